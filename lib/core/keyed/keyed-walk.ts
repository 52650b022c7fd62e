/**
 * The walk through two states where keys are declared: what differs leaf by leaf, arrays that go by key by key.
 *
 * An array at a declared place goes by key where every element is an object with a key of its own, and by index where not, or
 * where `byIndex` names it. Below places for which nothing is declared it hands over to compareLeaves.
 *
 * Law: what it finds is the difference of the two sets of leaves; a pure change of order is one change, that of the array's own leaf.
 */
import { compareLeaves, type FoundChange, isBranching } from '../compare-leaves.ts';
import { canonicalText } from '../json/canonical-text.ts';
import { getOwn, isJsonArray, isJsonObject, type Json, type JsonObject } from '../json/value.ts';
import { formatStep } from '../pointer.ts';
import { haveSameKey, keysOf, orderText } from './key-order.ts';
import type { KeyPlaces } from './key-places.ts';
import { type ElementKey, writtenKey } from './leaf-path.ts';

/** An array that went by key, or was not there, and now goes by index. */
export interface LostKey {
  readonly path: string;
  /** In words. */
  readonly why: string;
}

export class KeyedWalk {
  readonly lost: LostKey[] = [];
  /** Paths of `byIndex` at which there is no array with elements any more. */
  readonly ended: string[] = [];

  constructor(
    /** Paths of arrays that go by index whatever is in them. */
    private readonly byIndex: ReadonlySet<string>,
    /** In no order. */
    readonly changes: FoundChange[] = [],
  ) {}

  compare(path: string, before: Json | undefined, after: Json | undefined, places: KeyPlaces | null): void {
    if (before === after) return;
    if (places === null) {
      const from = this.changes.length;
      compareLeaves(before, after, this.changes);
      this.place(path, from);
    } else if (isJsonObject(before) && isJsonObject(after)) this.compareObjects(path, before, after, places);
    else if (!this.compareAligned(path, before, after, places))
      this.compareParts(path, before, after, places);
  }

  private compareObjects(path: string, before: JsonObject, after: JsonObject, places: KeyPlaces): void {
    const [keys, others] = [Object.keys(before), Object.keys(after)];
    if (keys.length === 0 && others.length > 0) this.changes.push({ path, before: '{}', after: null });
    if (keys.length > 0 && others.length === 0) this.changes.push({ path, before: null, after: '{}' });
    for (const key of keys) {
      const was = before[key] as Json;
      // What is inherited is no JSON, so it is never the same as a member.
      if (was !== after[key])
        this.compare(path + formatStep(key), was, getOwn(after, key), places.member(key));
    }
    for (const key of others) {
      if (!Object.hasOwn(before, key))
        this.compare(path + formatStep(key), undefined, after[key], places.member(key));
    }
  }

  /**
   * Most arrays have the keys that they had: elements that are alike have the same key, so only of those that differ it has to be
   * looked at, and only then whether the keys are good. False: nothing was found that way.
   */
  private compareAligned(
    path: string,
    before: Json | undefined,
    after: Json | undefined,
    { by, element }: KeyPlaces,
  ): boolean {
    if (by === null || !isJsonArray(before) || !isJsonArray(after) || this.byIndex.has(path)) return false;
    if (before.length !== after.length) return false;
    if (
      element !== null &&
      !before.every((was, index) => was === after[index] || haveSameKey(was, after[index], by))
    )
      return false;
    let keys = element === null ? null : keysOf(before, by);
    const start = this.changes.length;
    for (let index = 0; index < before.length && typeof keys !== 'string'; index += 1) {
      const [was, is] = [before[index] as Json, after[index] as Json];
      if (was === is) continue;
      const from = this.changes.length;
      if (element === null) compareLeaves(was, is, this.changes);
      else this.compare(stepTo(path, keys?.[index] ?? ''), was, is, element);
      if (element !== null || this.changes.length === from) continue;
      keys = haveSameKey(was, is, by) ? (keys ?? keysOf(before, by)) : '';
      if (typeof keys !== 'string') this.place(stepTo(path, keys[index] ?? ''), from);
    }
    if (typeof keys === 'string') this.changes.length = start;
    return typeof keys !== 'string';
  }

  /** Puts a path in front of what was found below it. */
  private place(path: string, from: number): void {
    for (let index = from; index < this.changes.length; index += 1) {
      const change = this.changes[index];
      if (change !== undefined) change.path = path + change.path;
    }
  }

  private compareParts(
    path: string,
    before: Json | undefined,
    after: Json | undefined,
    places: KeyPlaces,
  ): void {
    const was = this.partsOf(path, before, places);
    const is = this.partsOf(path, after, places);
    this.note(path, after, places, is);
    if (was.own !== is.own) this.changes.push({ path, before: was.own, after: is.own });
    for (const [step, { value, below }] of was.members) {
      const now = is.members.get(step)?.value;
      if (value !== now) this.compare(step, value, now, below);
    }
    for (const [step, { value, below }] of is.members) {
      if (!was.members.has(step)) this.compare(step, undefined, value, below);
    }
  }

  private note(path: string, after: Json | undefined, { by }: KeyPlaces, is: Parts): void {
    if (by === null) return;
    const goesOn = isJsonArray(after) && after.length > 0;
    if (!this.byIndex.has(path)) {
      if (is.why !== null) this.lost.push({ path, why: is.why });
    } else if (!goesOn) this.ended.push(path);
  }

  private partsOf(path: string, value: Json | undefined, places: KeyPlaces): Parts {
    if (value === undefined) return NOTHING;
    if (isJsonObject(value)) return partsOfObject(path, value, places);
    if (!isJsonArray(value) || value.length === 0) return { ...NOTHING, own: canonicalText(value) };
    const { by } = places;
    if (by === null || this.byIndex.has(path)) return partsByIndex(path, value, places, null);
    const keys = keysOf(value, by);
    if (typeof keys === 'string') return partsByIndex(path, value, places, keys);
    const members = new Map<string, Member>();
    for (const [index, key] of keys.entries()) {
      members.set(stepTo(path, key), { value: value[index] as Json, below: places.element });
    }
    return { own: orderText({ by, keys }), members, why: null };
  }
}

/** A value as its own leaf and the members that have leaves of their own. */
interface Parts {
  readonly own: string | null;
  /** By the path to each. */
  readonly members: ReadonlyMap<string, Member>;
  /** Why an array with a declared key goes by index, in words; null where it does not, or has before. */
  readonly why: string | null;
}

interface Member {
  readonly value: Json;
  readonly below: KeyPlaces | null;
}

const NOTHING: Parts = { own: null, members: new Map(), why: null };

const stepTo = (path: string, key: ElementKey) => `${path}/${writtenKey(key)}`;

function partsOfObject(path: string, value: JsonObject, places: KeyPlaces): Parts {
  const members = new Map<string, Member>();
  for (const key of Object.keys(value)) {
    members.set(path + formatStep(key), { value: value[key] as Json, below: places.member(key) });
  }
  return { own: members.size === 0 ? '{}' : null, members, why: null };
}

function partsByIndex(path: string, value: readonly Json[], places: KeyPlaces, why: string | null): Parts {
  if (!isBranching(value)) return { own: canonicalText(value), members: NOTHING.members, why };
  const members = new Map<string, Member>();
  for (const [index, element] of value.entries()) {
    members.set(`${path}/${index}`, { value: element, below: places.member(String(index)) });
  }
  return { own: '[]', members, why };
}
