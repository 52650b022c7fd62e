/**
 * The leaves of a state: its flat form, one pointer and one JSON text each. `history/history.ts` says what a leaf is.
 *
 * Law: jsonOfLeaves(leavesOf(x)) = x, and an absent state has no leaf.
 */
import { changesBetween } from './changes.ts';
import type { LeafText } from './history/history.ts';
import { parseExact } from './json/parse.ts';
import { type Json, setOwn } from './json/value.ts';
import { STATE_BOUNDS } from './limits.ts';
import { parsePointer } from './pointer.ts';

/** Ascending by path. */
export function leavesOf(state: Json | undefined): LeafText[] {
  return changesBetween(undefined, state).map(({ path, after }) => ({ path, text: after ?? 'null' }));
}

/** Takes leaves in any order; throws where they are not the leaves of any state. */
export function jsonOfLeaves(leaves: readonly LeafText[]): Json | undefined {
  const root = treeOf(leaves);
  return root === null ? undefined : jsonOfNode(root);
}

/** The canonical text of the state (keys in UTF-16 code-unit order), or null where it is absent. Parses nothing. */
export function stateText(leaves: readonly LeafText[]): string | null {
  const root = treeOf(leaves);
  return root === null ? null : textOfNode(root);
}

interface Node {
  /** Null: an object with members, which has no leaf of its own. */
  text: string | null;
  readonly members: Map<string, Node>;
}

function treeOf(leaves: readonly LeafText[]): Node | null {
  if (leaves.length === 0) return null;
  const root: Node = { text: null, members: new Map() };
  for (const { path, text } of leaves) nodeAt(root, path).text = text;
  return root;
}

function nodeAt(root: Node, path: string): Node {
  const steps = parsePointer(path);
  if (!steps.ok) throw new Error(steps.error.message);
  let node = root;
  for (const step of steps.value) {
    let member = node.members.get(step);
    if (member === undefined) {
      member = { text: null, members: new Map() };
      node.members.set(step, member);
    }
    node = member;
  }
  return node;
}

function jsonOfNode(node: Node): Json {
  if (node.members.size === 0) return jsonOfText(node.text);
  if (node.text === '[]') return arrayMembers(node).map(jsonOfNode);
  refuseText(node);
  const object: Record<string, Json> = {};
  for (const [key, member] of node.members) setOwn(object, key, jsonOfNode(member));
  return object;
}

function textOfNode(node: Node): string {
  if (node.members.size === 0) return node.text ?? '{}';
  if (node.text === '[]') return `[${arrayMembers(node).map(textOfNode).join(',')}]`;
  refuseText(node);
  const members = [...node.members].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${textOfNode(member)}`).join(',')}}`;
}

function arrayMembers(node: Node): Node[] {
  return Array.from({ length: node.members.size }, (_, index) => {
    const member = node.members.get(String(index));
    if (member === undefined) throw new Error(`The leaves of an array lack its member ${index}.`);
    return member;
  });
}

function refuseText(node: Node): void {
  if (node.text !== null) throw new Error(`A leaf that holds ${node.text.slice(0, 40)} cannot have members.`);
}

function jsonOfText(text: string | null): Json {
  const parsed = parseExact(text ?? '{}', STATE_BOUNDS);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}
