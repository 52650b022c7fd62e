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
import { type CommonEnds, commonEnds, compareMiddles, comparePlain, type Found } from './compare-plain.ts';
import { findMoves, nameOf } from './element-moves.ts';

export function compareKeyed(before: Json, after: Json, places: KeyPlaces | null, found: Found[]): void {
  if (before === after) return;
  if (places === null) comparePlain(before, after, found);
  else if (isJsonArray(before) && isJsonArray(after)) compareLists(before, after, places, found);
  else if (isJsonObject(before) && isJsonObject(after)) compareObjects(before, after, places, found);
  else comparePlain(before, after, found);
}

/** In the order of keys, as comparePlain. */
function compareObjects(before: JsonObject, after: JsonObject, places: KeyPlaces, found: Found[]): void {
  const changed: string[] = [];
  let size = 0;
  // As in comparePlain: for-in reads members where they lie, and what is inherited is the same as none.
  for (const key in before) {
    size += 1;
    if (before[key] !== after[key]) changed.push(key);
  }
  let kept = size;
  for (const key of changed) if (!Object.hasOwn(after, key)) kept -= 1;
  let others = 0;
  for (const _ in after) others += 1;
  if (others > kept) changed.push(...Object.keys(after).filter((key) => !Object.hasOwn(before, key)));
  if (changed.length > 1) changed.sort();
  for (const key of changed) {
    const [old, now] = [getOwn(before, key), getOwn(after, key)];
    const from = found.length;
    if (now === undefined) found.push({ op: 'remove', path: '' });
    else if (old === undefined) found.push({ op: 'add', path: '', value: now });
    else compareKeyed(old, now, places.member(key), found);
    placeBelow(found, from, key);
  }
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
    const from = found.length;
    compareKeyed(before[index] as Json, after[index] as Json, places.member(String(index)), found);
    placeBelow(found, from, index);
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
  const [keys, others] = [keysOf(old, by), keysOf(now, by)];
  if (typeof keys === 'string' || typeof others === 'string') return false;
  const names = keys.map(nameOf);
  const wanted = others.map(nameOf);
  if (!findMoves(names, { names: wanted, values: now }, start, found)) return false;
  const places = new Map(names.map((name, index) => [name, index]));
  for (const [index, name] of wanted.entries()) {
    const counterpart = places.get(name);
    if (counterpart === undefined) continue;
    const below = found.length;
    compareKeyed(old[counterpart] as Json, now[index] as Json, element, found);
    placeBelow(found, below, start + index);
  }
  return true;
}
