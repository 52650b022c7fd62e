/**
 * The leaves of a state: its flat form, one pointer and one JSON text each. `history/history.ts` says what a leaf is.
 *
 * Law: jsonOfLeaves(leavesOf(x)) = x, and an absent state has no leaf.
 */
import { changesBetween } from './changes.ts';
import type { LeafText } from './history/history.ts';
import { parseExact } from './json/parse.ts';
import { type Json, setOwn } from './json/value.ts';
import { readKeyOrder } from './keyed/key-order.ts';
import type { KeyPlaces } from './keyed/key-places.ts';
import { isKeyStep, isPath, writtenKey } from './keyed/leaf-path.ts';
import { STATE_BOUNDS } from './limits.ts';
import { unescapeStep } from './pointer.ts';

/** Ascending by path; arrays go by the declared key where their elements let them. */
export function leavesOf(state: Json | undefined, keys: KeyPlaces | null = null): LeafText[] {
  return changesBetween(undefined, state, keys).map(({ path, after }) => ({ path, text: after ?? 'null' }));
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
  /** By the step as it is written in paths. */
  readonly members: Map<string, Node>;
}

function treeOf(leaves: readonly LeafText[]): Node | null {
  if (leaves.length === 0) return null;
  const root: Node = { text: null, members: new Map() };
  for (const { path, text } of leaves) nodeAt(root, path).text = text;
  return root;
}

function nodeAt(root: Node, path: string): Node {
  if (!isPath(path)) throw new Error(`${JSON.stringify(path)} is not the path of a leaf.`);
  if (path === '') return root;
  let node = root;
  for (const step of path.slice(1).split('/')) {
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
  const elements = elementsOf(node);
  if (elements !== null) return elements.map(jsonOfNode);
  if (node.members.size === 0) return jsonOfText(node.text);
  const object: Record<string, Json> = {};
  for (const [key, member] of membersOf(node)) setOwn(object, key, jsonOfNode(member));
  return object;
}

function textOfNode(node: Node): string {
  const elements = elementsOf(node);
  if (elements !== null) return `[${elements.map(textOfNode).join(',')}]`;
  if (node.members.size === 0) return node.text ?? '{}';
  const members = membersOf(node).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${textOfNode(member)}`).join(',')}}`;
}

/** In their order; null where the node is no array whose elements have leaves of their own. */
function elementsOf({ text, members }: Node): Node[] | null {
  if (text === '[]' && members.size > 0)
    return taken(
      members,
      Array.from({ length: members.size }, (_, index) => `${index}`),
    );
  const order = text === null ? null : readKeyOrder(text);
  return order === null ? null : taken(members, order.keys.map(writtenKey));
}

function taken(members: ReadonlyMap<string, Node>, steps: readonly string[]): Node[] {
  const elements = steps.map((step) => {
    const member = members.get(step);
    if (member === undefined) throw new Error(`The leaves of an array lack its member ${step}.`);
    return member;
  });
  if (elements.length < members.size)
    throw new Error('The leaves of an array hold a member that is not in its order.');
  return elements;
}

function membersOf({ text, members }: Node): [string, Node][] {
  if (text !== null) throw new Error(`A leaf that holds ${text.slice(0, 40)} cannot have members.`);
  return [...members].map(([step, member]) => {
    if (isKeyStep(step)) throw new Error(`The member ${step} is the element of an array that has no leaf.`);
    return [unescapeStep(step), member];
  });
}

function jsonOfText(text: string | null): Json {
  const parsed = parseExact(text ?? '{}', STATE_BOUNDS);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}
