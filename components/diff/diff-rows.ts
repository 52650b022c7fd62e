/** The rows of a diff that are in sight: what differs with its surroundings, and a row for each stretch that is alike and folded away. */
import { type DiffNode, isOfInterest, isRootDrawn } from './diff-node.ts';

export type DiffRow = NodeRow | GapRow;

export interface NodeRow {
  readonly kind: 'node';
  readonly key: string;
  readonly node: DiffNode;
  /** From 1. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  /** null: nothing below. */
  readonly expanded: boolean | null;
}

/** A stretch of neighbours that are alike. */
export interface GapRow {
  readonly kind: 'gap';
  /** Stands for the stretch while differences come and go around it. */
  readonly key: string;
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  /** Fields that are folded away. */
  readonly fields: number;
  /** Of these, differences that a rule leaves out. */
  readonly hidden: number;
  /** Neighbours that are folded away, and those that the reader had shown. */
  readonly left: number;
  readonly revealed: number;
  readonly line: number;
}

/** What the reader folded and unfolded; it outlives a change of moments. */
export interface Folding {
  /** By path: open or closed by hand. */
  readonly open: ReadonlyMap<string, boolean>;
  /** By the key of a gap: neighbours shown of it. */
  readonly revealed: ReadonlyMap<string, number>;
  /** Nothing is folded that the reader did not fold. */
  readonly showsAll: boolean;
}

export const NOTHING_FOLDED: Folding = { open: new Map(), revealed: new Map(), showsAll: false };

/** Neighbours on either side of a difference that stay in sight. */
const AROUND = 2;

export function diffRows(root: DiffNode | null, folding: Folding): readonly DiffRow[] {
  const rows: DiffRow[] = [];
  if (root !== null) {
    if (isRootDrawn(root)) addNodes([root], '', 1, folding, rows);
    else addNodes(root.children, '', 1, folding, rows);
  }
  return rows;
}

function addNodes(
  nodes: readonly DiffNode[],
  parent: string,
  level: number,
  folding: Folding,
  into: DiffRow[],
): void {
  const add = (from: number, to: number) => {
    for (let place = from; place < to; place += 1) addNode(nodes, place, level, folding, into);
  };
  for (let from = 0; from < nodes.length; ) {
    const to = endOfRun(nodes, from);
    const fold =
      folding.showsAll || isOfInterest(nodes[from] as DiffNode) ? null : foldOf(from, to, nodes.length);
    if (fold === null) add(from, to);
    else {
      const key = `gap ${parent} ${nodes[from - 1]?.path ?? ''}`;
      const revealed = Math.min(folding.revealed.get(key) ?? 0, fold.end - fold.start);
      const place = fold.start + revealed;
      add(from, place);
      into.push(gapOf(nodes.slice(place, fold.end), { key, level, revealed, nodes, place }));
      add(fold.end, to);
    }
    from = to;
  }
}

/** Behind the last of the neighbours that are all of interest, or all of none. */
function endOfRun(nodes: readonly DiffNode[], from: number): number {
  const wanted = isOfInterest(nodes[from] as DiffNode);
  let to = from + 1;
  while (to < nodes.length && isOfInterest(nodes[to] as DiffNode) === wanted) to += 1;
  return to;
}

/** What of a run is folded; null where a row that says so would take the place of what it folds. */
function foldOf(
  from: number,
  to: number,
  length: number,
): { readonly start: number; readonly end: number } | null {
  const start = from === 0 ? from : Math.min(to, from + AROUND);
  const end = to === length ? to : Math.max(start, to - AROUND);
  return end - start < 2 ? null : { start, end };
}

function gapOf(
  folded: readonly DiffNode[],
  at: { key: string; level: number; revealed: number; nodes: readonly DiffNode[]; place: number },
): GapRow {
  const sum = (count: (node: DiffNode) => number) => folded.reduce((all, node) => all + count(node), 0);
  return {
    kind: 'gap',
    key: at.key,
    level: at.level,
    position: at.place + 1,
    siblings: at.nodes.length,
    fields: sum((node) => node.fields),
    hidden: sum((node) => node.hidden),
    left: folded.length,
    revealed: at.revealed,
    line: at.nodes[Math.min(at.place, at.nodes.length - 1)]?.line ?? 0,
  };
}

function addNode(
  nodes: readonly DiffNode[],
  place: number,
  level: number,
  folding: Folding,
  into: DiffRow[],
): void {
  const node = nodes[place] as DiffNode;
  const hasMembers = node.children.length > 0;
  const open =
    hasMembers && (folding.open.get(node.path) ?? (folding.showsAll || node.changes > 0 || node.isInside));
  into.push({
    kind: 'node',
    key: `node ${node.path}`,
    node,
    level,
    position: place + 1,
    siblings: nodes.length,
    expanded: hasMembers ? open : null,
  });
  if (open) addNodes(node.children, node.path, level + 1, folding, into);
}
