/** What rows that are drawn need so that they show another moment: texts and marks alone. Where that is not all, there is no sketch. */
import type { Scene } from '#client/replay/question';
import { isPlain } from '#client/visible-runs';
import type { Wording } from '#client/wording/wording';
import { colorOfJson } from '#components/ui/json-text';
import { type Leaf, readKeyOrder } from '#core';
import type { TreeRow } from './tree-rows.ts';
import { LONGEST } from './tree-search.ts';

export interface RowSketch {
  readonly row: TreeRow;
  /** null: it is as it was drawn. */
  readonly value: string | null;
  readonly isChanged: boolean;
}

/** Of more fields, every moment is drawn anew: to compare them all takes longer. */
const MOST_LEAVES = 2_000;

/** `rows`: those that are drawn of the state with these leaves. null: the other moment has other fields, or a value needs more than a text. */
export function sketchOf(
  rows: readonly TreeRow[],
  leaves: readonly Leaf[],
  next: Pick<Scene, 'leaves' | 'changes'>,
  wording: Wording,
): readonly RowSketch[] | null {
  if (leaves.length > MOST_LEAVES || !isSameShape(leaves, next.leaves)) return null;
  // One that is too long for its row ends at the edge of the pane.
  const isOneText = (text: string) => text.length <= LONGEST && isPlain(wording.valueOf(text));
  const values = new Map(next.leaves.map(({ path, text }) => [path, text]));
  const changed = new Set(next.changes.map(({ path }) => path));
  const sketches: RowSketch[] = [];
  for (const row of rows) {
    const { path, text, ghost } = row.node;
    if (ghost) continue;
    const value = values.get(path) ?? text;
    const isOther = text !== null && value !== null && value !== text;
    if (isOther && !(isAlike(text, value) && [text, value].every(isOneText))) return null;
    const shown = isOther ? wording.valueOf(value) : null;
    sketches.push({ row, value: shown, isChanged: changed.has(path) });
  }
  return sketches;
}

/** The same fields in the same order, and no container that is another one, or none, at the other moment. */
function isSameShape(leaves: readonly Leaf[], others: readonly Leaf[]): boolean {
  return (
    leaves.length === others.length &&
    leaves.every(({ path, text }, place) => {
      const other = others[place];
      return path === other?.path && (text === other.text || !(isContainer(text) || isContainer(other.text)));
    })
  );
}

/** An empty one, or the order of an array's elements. */
const isContainer = (text: string): boolean => text === '[]' || text === '{}' || readKeyOrder(text) !== null;

const isAlike = (text: string, other: string): boolean => colorOfJson(text) === colorOfJson(other);
