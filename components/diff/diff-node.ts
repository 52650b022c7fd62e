/** One place of two states that are looked at together. */
import { parentPointer } from '#client/pointer-words';
import type { ComparedEntry } from '#client/replay/compare-moments';
import type { Move } from './merge-order.ts';

/** What a side has at a place. */
export interface DiffSide {
  readonly kind: 'object' | 'array' | 'value';
  /** JSON text of a value; null for a container, whose members have nodes of their own. */
  readonly text: string | null;
  /** Members of a container. */
  readonly size: number;
}

/** `order`: a list whose elements stand in another order. `hidden`: it differs, and a rule of the reader leaves that out. */
export type DiffStatus = 'same' | 'changed' | 'added' | 'removed' | 'order' | 'hidden';

export interface DiffNode {
  readonly path: string;
  readonly key: string;
  readonly before: DiffSide | null;
  readonly after: DiffSide | null;
  readonly status: DiffStatus;
  /** Of a leaf that differs and that no rule leaves out. */
  readonly entry: ComparedEntry | null;
  /** Lies in a container that a value gave way to, or that gave way to a value: the difference is said there. */
  readonly isInside: boolean;
  /** An element that stands elsewhere in its list. */
  readonly move: Move | null;
  /** In the order of the state after, with what is gone where it was. */
  readonly children: readonly DiffNode[];
  /** Differences that are shown, here and below. */
  readonly changes: number;
  /** Differences that rules leave out, here and below. */
  readonly hidden: number;
  /** Fields here and below, of both sides together. */
  readonly fields: number;
  /** Place in the whole document, counted from 0. */
  readonly line: number;
}

/** Something at the place or below it is to be seen. */
export const isOfInterest = (node: DiffNode): boolean =>
  node.changes > 0 || node.move !== null || node.isInside;

/** What a rule has to name so that the place is left out: members of what became another kind of value differ with the whole of it. */
export function ignorablePath({ path, isInside }: DiffNode, shown: readonly ComparedEntry[]): string {
  if (!isInside) return path;
  const paths = new Set(shown.map((entry) => entry.path));
  let up = path;
  while (up !== '' && !paths.has(up)) up = parentPointer(up);
  return paths.has(up) ? up : path;
}

/** The root speaks for itself where it is no container on both sides, and where its own order is another. */
export function isRootDrawn({ before, after, entry, children }: DiffNode): boolean {
  const kinds = [before, after].flatMap((side) => (side === null ? [] : [side.kind]));
  return children.length === 0 || entry !== null || new Set(kinds).size > 1 || kinds.includes('value');
}
