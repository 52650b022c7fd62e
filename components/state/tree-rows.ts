/** The rows of a state tree that are open, and of a narrowed one those on the way to what is asked for. */
import type { StateNode } from './state-tree.ts';
import { isMatch } from './tree-search.ts';

export interface TreeRow {
  readonly node: StateNode;
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  /** null: nothing below. */
  readonly expanded: boolean | null;
  readonly matches: boolean;
}

export interface TreeQuestion {
  /** Paths that the reader opened or folded; all others are open down to `openDepth`. */
  readonly folds: ReadonlyMap<string, boolean>;
  readonly openDepth: number;
  /** Matches keys, paths and values; null: no search. */
  readonly pattern: RegExp | null;
  /** Only what the event changed, and what it lies in. */
  readonly changedOnly: boolean;
}

/** So many rows are open at first without anybody asking for them. */
const OPEN_AT_FIRST = 5_000;

/** Infinity where the whole tree may be open at first; else the number of levels that may, at least the first. */
export function openDepthOf(root: StateNode | null): number {
  let rows = 0;
  let level = root === null ? [] : [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    level = level.flatMap(({ children }) => children);
    rows += level.length;
    if (rows > OPEN_AT_FIRST && depth > 0) return depth;
  }
  return Number.POSITIVE_INFINITY;
}

/** The root itself is a row only where it is a single value; a container's members begin at level 1. */
export function treeRows(root: StateNode | null, question: TreeQuestion): readonly TreeRow[] {
  if (root === null) return [];
  const { pattern, changedOnly, folds, openDepth } = question;
  const found = pattern === null ? null : new Set<StateNode>();
  const kept = pattern === null && !changedOnly ? null : keptNodes(root, question, found);
  const rows: TreeRow[] = [];
  const walk = (nodes: readonly StateNode[], level: number): void => {
    const shown = kept === null ? nodes : nodes.filter((node) => kept.has(node));
    shown.forEach((node, place) => {
      const hasMembers = node.children.length > 0;
      // A search opens what it has to open; the reader's own folding comes back after it.
      const open = hasMembers && (kept !== null || (folds.get(node.path) ?? node.depth < openDepth));
      rows.push({
        node,
        level,
        position: place + 1,
        siblings: shown.length,
        expanded: hasMembers ? open : null,
        matches: found?.has(node) ?? false,
      });
      if (open) walk(node.children, level + 1);
    });
  };
  walk(root.children.length === 0 || root.text !== null ? [root] : root.children, 1);
  return rows;
}

/** Places of the rows that match, or, where nothing is searched for, of those that the event changed. */
export function markedPlaces(
  rows: readonly TreeRow[],
  isMarked: (row: TreeRow) => boolean,
): readonly number[] {
  return rows.flatMap((row, place) => (isMarked(row) ? [place] : []));
}

/** The nearest marked place behind or before `from`, round the ends; null where there is none. */
export function nextPlace(places: readonly number[], from: number, direction: 1 | -1): number | null {
  if (direction === 1) return places.find((place) => place > from) ?? places[0] ?? null;
  return places.findLast((place) => place < from) ?? places.at(-1) ?? null;
}

function keptNodes(
  root: StateNode,
  { pattern, changedOnly }: TreeQuestion,
  found: Set<StateNode> | null,
): ReadonlySet<StateNode> {
  const kept = new Set<StateNode>();
  const visit = (node: StateNode): boolean => {
    let isKept = false;
    // What the event did not touch holds nothing that it changed.
    if (changedOnly && node.change === null && !node.ghost && !node.changedBelow) return false;
    for (const child of node.children) if (visit(child)) isKept = true;
    const isAsked = pattern === null ? node.change !== null || node.ghost : isMatch(node, pattern);
    if (isAsked) found?.add(node);
    if (isAsked || isKept) kept.add(node);
    return isAsked || isKept;
  };
  visit(root);
  return kept;
}
