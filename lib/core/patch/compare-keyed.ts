/**
 * The walk that finds the operations between two values where keys are declared: elements of arrays that have the same key are
 * held against each other, wherever they stand.
 *
 * Law: applied to the one value they give the other, whether or not the keys are good; where they are not, arrays go by index.
 */
import { getOwn, isJsonArray, isJsonObject, type Json, type JsonObject } from '../json/value.ts';
import { haveSameKey, keysOf } from '../keyed/key-order.ts';
import type { KeyPlaces } from '../keyed/key-places.ts';
import { placeBelow } from '../path-prefix.ts';
import {
  addNew,
  type CommonEnds,
  commonEnds,
  compareMiddles,
  comparePlain,
  type Found,
  type KeyOperations,
  sortByKey,
} from './compare-plain.ts';
import { findMoves, nameOf } from './element-moves.ts';

export function compareKeyed(before: Json, after: Json, places: KeyPlaces | null, found: Found[]): void {
  if (before === after) return;
  if (places === null) comparePlain(before, after, found);
  else if (isJsonArray(before) && isJsonArray(after)) compareLists(before, after, places, found);
  else if (isJsonObject(before) && isJsonObject(after)) compareObjects(before, after, places, found);
  else comparePlain(before, after, found);
}

/** As compareObjects of compare-plain.ts, which says why it is written so, but for what is declared below each member. */
function compareObjects(before: JsonObject, after: JsonObject, places: KeyPlaces, found: Found[]): void {
  const start = found.length;
  let first: string | null = null;
  let made: KeyOperations[] | null = null;
  let unmatched = 0;
  for (const key in before) {
    const old = before[key] as Json;
    if (old === after[key]) {
      unmatched += 1;
      continue;
    }
    const from = found.length;
    const now = getOwn(after, key);
    if (now === undefined) found.push({ op: 'remove', path: '' });
    else {
      unmatched += 1;
      compareKeyed(old, now, places.member(key), found);
    }
    if (found.length === from) continue;
    placeBelow(found, from, key);
    if (first === null) first = key;
    else {
      made ??= [{ key: first, from: start }];
      made.push({ key, from });
    }
  }
  for (const _ in after) unmatched -= 1;
  if (unmatched !== 0) {
    made ??= first === null ? [] : [{ key: first, from: start }];
    addNew(before, after, found, made);
  }
  if (made !== null) sortByKey(found, made);
}

function compareLists(
  before: readonly Json[],
  after: readonly Json[],
  places: KeyPlaces,
  found: Found[],
): void {
  const { by } = places;
  if (by === null && before.length === after.length) compareByIndex(before, after, places, found);
  else if (by !== null && compareAligned(before, after, by, places, found)) return;
  else {
    const ends = commonEnds(before, after);
    const isInOnePlace = ends.start + ends.end === Math.min(before.length, after.length);
    if (by === null || isInOnePlace || !compareByKey(before, after, ends, by, places, found))
      compareMiddles(before, after, ends, found);
  }
}

function compareByIndex(
  before: readonly Json[],
  after: readonly Json[],
  places: KeyPlaces,
  found: Found[],
): void {
  for (let index = 0; index < before.length; index += 1) {
    compareAt(index, before[index] as Json, after[index] as Json, places.member(String(index)), found);
  }
}

/**
 * Most elements stand where they stood. Those that are alike have the same key, so only of those that differ it has to be looked
 * at, and whether the keys are good is nothing to any of them. False: nothing was found that way.
 */
function compareAligned(
  before: readonly Json[],
  after: readonly Json[],
  by: string,
  { element }: KeyPlaces,
  found: Found[],
): boolean {
  if (before.length !== after.length) return false;
  const start = found.length;
  for (let index = 0; index < before.length; index += 1) {
    const [old, now] = [before[index] as Json, after[index] as Json];
    if (old === now) continue;
    const from = found.length;
    if (element === null) comparePlain(old, now, found);
    else compareKeyed(old, now, element, found);
    if (found.length === from) continue;
    if (!haveSameKey(old, now, by)) {
      found.length = start;
      return false;
    }
    placeBelow(found, from, index);
  }
  return true;
}

/** What lies between the common ends. False: nothing was found, because the keys are not good, or too many elements moved. */
function compareByKey(
  before: readonly Json[],
  after: readonly Json[],
  { start, end }: CommonEnds,
  by: string,
  { element }: KeyPlaces,
  found: Found[],
): boolean {
  const old = before.slice(start, before.length - end);
  const now = after.slice(start, after.length - end);
  const turn = turnOf(old, now, by);
  if (turn !== 0) {
    const [first, last] = [`/${start}`, `/${start + old.length - 1}`];
    found.push(
      turn === 1 ? { op: 'move', from: last, path: first } : { op: 'move', from: first, path: last },
    );
    for (let index = 0; index < now.length; index += 1) {
      const counterpart = (index - turn + old.length) % old.length;
      compareAt(start + index, old[counterpart] as Json, now[index] as Json, element, found);
    }
    return true;
  }
  const [keys, others] = [keysOf(old, by), keysOf(now, by)];
  if (typeof keys === 'string' || typeof others === 'string') return false;
  const names = keys.map(nameOf);
  const wanted = others.map(nameOf);
  if (!findMoves(names, { names: wanted, values: now }, start, found)) return false;
  const places = new Map(names.map((name, index) => [name, index]));
  for (const [index, name] of wanted.entries()) {
    const counterpart = places.get(name);
    if (counterpart !== undefined)
      compareAt(start + index, old[counterpart] as Json, now[index] as Json, element, found);
  }
  return true;
}

function compareAt(index: number, old: Json, now: Json, places: KeyPlaces | null, found: Found[]): void {
  const from = found.length;
  compareKeyed(old, now, places, found);
  placeBelow(found, from, index);
}

/** 1 where the last element became the first and the others follow as they stood, −1 where the first became the last, else 0. */
function turnOf(before: readonly Json[], after: readonly Json[], by: string): 1 | -1 | 0 {
  const last = before.length - 1;
  if (last < 1 || after.length !== before.length) return 0;
  const turn = haveSameKey(before[last], after[0], by) ? 1 : haveSameKey(before[0], after[last], by) ? -1 : 0;
  if (turn === 0) return 0;
  for (let index = 0; index < last; index += 1) {
    const isSame =
      turn === 1
        ? haveSameKey(before[index], after[index + 1], by)
        : haveSameKey(before[index + 1], after[index], by);
    if (!isSame) return 0;
  }
  return turn;
}
