/** What a field is in a state: its own value, or how much lies below it. */
import { type Leaf, readKeyOrder, stateText } from '#core';

export interface FieldAt {
  /** Exact JSON; null where it is an object, a list of containers, or absent. */
  readonly text: string | null;
  /** Ordinal of the event that set its own leaf; null where it has none. */
  readonly ordinal: number | null;
  /** Number of fields below it. */
  readonly below: number;
}

export function fieldAt(leaves: readonly Leaf[], path: string): FieldAt {
  let own: Leaf | null = null;
  let below = 0;
  for (const leaf of leaves) {
    if (leaf.path === path) own = leaf;
    else if (leaf.path.startsWith(`${path}/`)) below += 1;
  }
  const isMarker = own !== null && below > 0 && (own.text === '[]' || readKeyOrder(own.text) !== null);
  return { text: own === null || isMarker ? null : own.text, ordinal: own?.ordinal ?? null, below };
}

/** The value of a field, or of all that lies below it, as one JSON text; empty where it is absent. */
export function jsonAt(leaves: readonly Leaf[], path: string): string {
  const below = leaves.filter((leaf) => leaf.path === path || leaf.path.startsWith(`${path}/`));
  return stateText(below.map((leaf) => ({ ...leaf, path: leaf.path.slice(path.length) }))) ?? '';
}
