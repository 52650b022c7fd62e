/**
 * Which arrays of a state go by key, event by event. Once an array had a duplicate or an element without a key, it goes by index
 * for as long as it has elements.
 *
 * What it remembers stands in the leaves too, so a fold that goes on from a segment remembers the same: an array at a declared
 * place that has elements, and whose own leaf is not the order of its keys, goes by index.
 */
import type { Change, LeafText } from '../history/history.ts';
import type { Json } from '../json/value.ts';
import { comparePaths } from '../pointer.ts';
import type { KeyPlaces } from './key-places.ts';
import { KeyedWalk, type LostKey } from './keyed-walk.ts';
import { parsePath } from './leaf-path.ts';

export interface KeyedChanges {
  /** Ascending by path. */
  readonly changes: readonly Change[];
  /** The arrays that go by index from this event on, ascending by path. */
  readonly lost: readonly LostKey[];
  /** Paths that went by index before, and are forgotten. */
  readonly ended: readonly string[];
}

export class KeyedArrays {
  private readonly byIndex: Set<string>;

  /** Goes on from the leaves of a state. */
  constructor(
    private readonly places: KeyPlaces,
    leaves: readonly LeafText[],
  ) {
    this.byIndex = byIndexIn(leaves, places);
  }

  /** What the event changed; remembered only once it is {@link accept}ed. */
  between(before: Json | undefined, after: Json | undefined): KeyedChanges {
    const walk = new KeyedWalk(this.byIndex);
    walk.compare('', before, after, this.places);
    const byPath = (a: { readonly path: string }, b: { readonly path: string }) =>
      comparePaths(a.path, b.path);
    return { changes: walk.changes.sort(byPath), lost: walk.lost.sort(byPath), ended: walk.ended };
  }

  accept({ lost, ended }: KeyedChanges): void {
    for (const path of ended) this.byIndex.delete(path);
    for (const { path } of lost) this.byIndex.add(path);
  }
}

function byIndexIn(leaves: readonly LeafText[], places: KeyPlaces): Set<string> {
  const arrays = leaves.filter(({ path, text }) => text.startsWith('[') && isDeclared(path, places));
  const withMembers = arrays.some(({ text }) => text === '[]') ? parentsOf(leaves) : new Set<string>();
  const byIndex = arrays.filter(({ path, text }) => text !== '[]' || withMembers.has(path));
  return new Set(byIndex.map(({ path }) => path));
}

/** Of every leaf, all that it lies in. */
function parentsOf(leaves: readonly LeafText[]): ReadonlySet<string> {
  const parents = new Set<string>();
  for (const { path } of leaves) {
    for (let up = path; up !== ''; ) {
      up = up.slice(0, up.lastIndexOf('/'));
      if (parents.has(up)) break;
      parents.add(up);
    }
  }
  return parents;
}

function isDeclared(path: string, root: KeyPlaces): boolean {
  const steps = parsePath(path);
  if (!steps.ok) throw new Error(steps.error.message);
  let places: KeyPlaces | null = root;
  for (const step of steps.value) {
    places = 'name' in step ? (places?.member(step.name) ?? null) : (places?.element ?? null);
  }
  return places !== null && places.by !== null;
}
