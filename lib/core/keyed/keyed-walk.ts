/**
 * The walk through two states where keys are declared: what differs leaf by leaf, arrays that go by key by key.
 *
 * An array at a declared place goes by key where every element is an object with a key of its own, and by index where not, or
 * where `byIndex` names it. Below places for which nothing is declared it hands over to compareLeaves.
 *
 * Law: what it finds is the difference of the two sets of leaves; a pure change of order is one change, that of the array's own leaf.
 */
import { compareLeaves, isBranching } from '../compare-leaves.ts';
import type { Change } from '../history/history.ts';
import { canonicalText } from '../json/canonical-text.ts';
import { isJsonArray, isJsonObject, type Json } from '../json/value.ts';
import { formatStep } from '../pointer.ts';
import { keysOf, orderText } from './key-order.ts';
import type { KeyPlaces } from './key-places.ts';
import { writtenKey } from './leaf-path.ts';

/** An array that went by key, or was not there, and now goes by index. */
export interface LostKey {
  readonly path: string;
  /** In words. */
  readonly why: string;
}

export class KeyedWalk {
  /** In no order. */
  readonly changes: Change[] = [];
  readonly lost: LostKey[] = [];
  /** Paths of `byIndex` at which there is no array with elements any more. */
  readonly ended: string[] = [];

  /** `byIndex`: paths of arrays that go by index whatever is in them. */
  constructor(private readonly byIndex: ReadonlySet<string>) {}

  compare(path: string, before: Json | undefined, after: Json | undefined, places: KeyPlaces | null): void {
    if (before === after) return;
    if (places === null) {
      compareLeaves(path, before, after, this.changes);
      return;
    }
    const was = this.partsOf(path, before, places);
    const is = this.partsOf(path, after, places);
    this.note(path, after, places, is);
    if (was.own !== is.own) this.changes.push({ path, before: was.own, after: is.own });
    for (const [step, { value, below }] of was.members) {
      const now = is.members.get(step)?.value;
      if (value !== now) this.compare(path + step, value, now, below);
    }
    for (const [step, { value, below }] of is.members) {
      if (!was.members.has(step)) this.compare(path + step, undefined, value, below);
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
    if (isJsonObject(value)) return partsOfObject(value, places);
    if (!isJsonArray(value) || value.length === 0) return { ...NOTHING, own: canonicalText(value) };
    const { by } = places;
    if (by === null || this.byIndex.has(path)) return partsByIndex(value, places, null);
    const keys = keysOf(value, by);
    if (typeof keys === 'string') return partsByIndex(value, places, keys);
    const members = new Map<string, Member>();
    for (const [index, key] of keys.entries()) {
      members.set(`/${writtenKey(key)}`, { value: value[index] ?? null, below: places.element });
    }
    return { own: orderText({ by, keys }), members, why: null };
  }
}

/** A value as its own leaf and the members that have leaves of their own. */
interface Parts {
  readonly own: string | null;
  /** By the step to each, with its slash. */
  readonly members: ReadonlyMap<string, Member>;
  /** Why an array with a declared key goes by index, in words; null where it does not, or has before. */
  readonly why: string | null;
}

interface Member {
  readonly value: Json;
  readonly below: KeyPlaces | null;
}

const NOTHING: Parts = { own: null, members: new Map(), why: null };

function partsOfObject(value: { readonly [key: string]: Json }, places: KeyPlaces): Parts {
  const members = new Map<string, Member>();
  for (const key of Object.keys(value)) {
    members.set(formatStep(key), { value: value[key] ?? null, below: places.member(key) });
  }
  return { own: members.size === 0 ? '{}' : null, members, why: null };
}

function partsByIndex(value: readonly Json[], places: KeyPlaces, why: string | null): Parts {
  if (!isBranching(value)) return { own: canonicalText(value), members: NOTHING.members, why };
  const members = new Map<string, Member>();
  for (const [index, element] of value.entries()) {
    members.set(`/${index}`, { value: element, below: places.member(String(index)) });
  }
  return { own: '[]', members, why };
}
