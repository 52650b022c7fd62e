/**
 * The tree of a state, built from its leaves alone (see the marker rule in core's history).
 *
 * A container without a leaf of its own is an object; a leaf `[]` with members below it is an array, and so is one that holds the
 * order of its keys. What the current
 * event removed is kept as a *ghost*, so that a removal can be seen where it happened. What an object was that became a string stands
 * with the string, in one row.
 */

import { pointerSteps } from '#client/pointer-words';
import { namedLists } from '#client/visible-changes';
import { type Change, type Leaf, readKeyOrder } from '#core';
import { elementRanks } from './element-order.ts';

export interface StateNode {
  readonly path: string;
  readonly key: string;
  readonly depth: number;
  /** JSON text of a leaf or of a ghost's last value; null for a container. */
  text: string | null;
  kind: 'object' | 'array' | 'value';
  /** Ordinal of the event that set it; null for containers without a leaf and for ghosts. */
  ordinal: number | null;
  /** What the current event did here. */
  change: Change | null;
  ghost: boolean;
  children: StateNode[];
  /** Whether the current event changed anything below. */
  changedBelow: boolean;
}

export function buildStateTree(leaves: readonly Leaf[], changes: readonly Change[]): StateNode | null {
  const nodes = new Map<string, StateNode>();
  for (const leaf of leaves) {
    const node = place(nodes, leaf.path);
    node.text = leaf.text;
    node.ordinal = leaf.ordinal;
    if (node.kind !== 'array') node.kind = isList(leaf.text) ? 'array' : 'value';
    if (leaf.text === '{}') node.kind = 'object';
  }
  for (const change of namedLists(changes)) {
    // What it lost is marked one by one, and it is there as it was.
    if (change.members && change.before === null && change.after === '{}') continue;
    markChange(nodes, change);
    // The old value says all that is gone; what came in its place is marked one by one.
    for (const part of change.parts.slice(1)) if (part.after !== null) markChange(nodes, part);
  }
  const before = new Map(changes.map((change) => [change.path, change.before]));
  for (const node of nodes.values()) settle(node, before.get(node.path) ?? null);
  const root = nodes.get('') ?? null;
  if (root !== null) buryContainers(root);
  return root;
}

/** What the event removed is drawn among the members and is none any more. */
export const membersOf = ({ children }: StateNode): number =>
  children.reduce((count, { ghost }) => count + Number(!ghost), 0);

/** A container that has no leaf of its own and only ghosts below is gone with them. */
function buryContainers(node: StateNode): boolean {
  const all = node.children.map(buryContainers).every(Boolean);
  if (node.children.length > 0 && all && node.ordinal === null) node.ghost = true;
  return node.ghost;
}

/** Elements in their order, keys in UTF-16 order, as states are written everywhere. `before`: what its own leaf was. */
function settle(node: StateNode, before: string | null): void {
  if (node.children.length === 0) return;
  if (node.kind === 'array') {
    const rank = elementRanks(before, node.text);
    node.children.sort((a, b) => rank(lastStep(a.path)) - rank(lastStep(b.path)));
  } else node.children.sort((a, b) => (a.key < b.key ? -1 : 1));
  // The marker or the empty object says nothing that the members do not say.
  if (node.text === '{}' || isList(node.text)) node.text = null;
}

function isList(text: string | null): boolean {
  return text !== null && (text === '[]' || readKeyOrder(text) !== null);
}

function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function markChange(nodes: Map<string, StateNode>, change: Change): void {
  if (change.after === null) {
    // Changes ascend by path, so what is there already is alive: an empty container got members.
    if ((isList(change.before) || change.before === '{}') && nodes.has(change.path)) return;
    const ghost = place(nodes, change.path);
    if (ghost.ordinal === null && ghost.text === null) {
      ghost.ghost = true;
      ghost.text = change.before;
      if (ghost.kind === 'object' && isList(change.before)) ghost.kind = 'array';
      else if (ghost.children.length === 0) ghost.kind = 'value';
    }
    ghost.change = change;
  } else {
    const node = nodes.get(change.path);
    if (node !== undefined) node.change = change;
  }
  for (const ancestor of ancestorsOf(change.path)) {
    const node = nodes.get(ancestor);
    if (node !== undefined) node.changedBelow = true;
  }
}

function place(nodes: Map<string, StateNode>, path: string): StateNode {
  const known = nodes.get(path);
  if (known !== undefined) return known;
  const end = path.lastIndexOf('/');
  const parent = path === '' ? null : place(nodes, path.slice(0, end));
  const node: StateNode = {
    path,
    key: parent === null ? '' : keyOf(path.slice(end)),
    depth: parent === null ? 0 : parent.depth + 1,
    text: null,
    kind: 'object',
    ordinal: null,
    change: null,
    ghost: false,
    children: [],
    changedBelow: false,
  };
  nodes.set(path, node);
  parent?.children.push(node);
  return node;
}

/** Most steps are written as they read, and a large state has many. */
function keyOf(step: string): string {
  return step.includes('~') ? (pointerSteps(step)[0] ?? '') : step.slice(1);
}

function ancestorsOf(path: string): readonly string[] {
  const found: string[] = [];
  for (let up = path; up !== ''; ) {
    up = up.slice(0, up.lastIndexOf('/'));
    found.push(up);
  }
  return found;
}
