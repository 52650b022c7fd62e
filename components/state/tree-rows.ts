/** The rows of a state tree that are open and, while searching, on the way to a match. */
import { visibleString } from '#components/ui/visible-text';
import type { StateNode } from './state-tree.ts';

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
  readonly collapsed: ReadonlySet<string>;
  /** Empty: no search. Matches keys, paths and values, ignoring case. */
  readonly search: string;
}

/** The root itself is a row only where it is a single value; a container's members begin at level 1. */
export function treeRows(root: StateNode | null, question: TreeQuestion): readonly TreeRow[] {
  if (root === null) return [];
  const search = question.search.trim().toLowerCase();
  const kept = search === '' ? null : matchesBelow(root, search);
  const rows: TreeRow[] = [];
  const walk = (nodes: readonly StateNode[], level: number): void => {
    const shown = kept === null ? nodes : nodes.filter((node) => kept.has(node));
    shown.forEach((node, place) => {
      const hasMembers = node.children.length > 0;
      // A search opens what it has to open; the reader's own folding comes back after it.
      const open = hasMembers && (kept !== null || !question.collapsed.has(node.path));
      rows.push({
        node,
        level,
        position: place + 1,
        siblings: shown.length,
        expanded: hasMembers ? open : null,
        matches: kept !== null && matches(node, search),
      });
      if (open) walk(node.children, level + 1);
    });
  };
  walk(root.children.length === 0 || root.text !== null ? [root] : root.children, 1);
  return rows;
}

export function countMatches(rows: readonly TreeRow[]): number {
  return rows.filter((row) => row.matches).length;
}

function matchesBelow(root: StateNode, search: string): ReadonlySet<StateNode> {
  const kept = new Set<StateNode>();
  const visit = (node: StateNode): boolean => {
    let found = matches(node, search);
    for (const child of node.children) if (visit(child)) found = true;
    if (found) kept.add(node);
    return found;
  };
  visit(root);
  return kept;
}

function matches(node: StateNode, search: string): boolean {
  return (
    visibleString(node.key).toLowerCase().includes(search) ||
    node.path.toLowerCase() === search ||
    (node.text?.toLowerCase().includes(search) ?? false)
  );
}
