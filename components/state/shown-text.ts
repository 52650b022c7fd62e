import type { Wording } from '#client/wording/wording';
import { membersOf, type StateNode } from './state-tree.ts';

/** The value of a row in whole; of a container, how many members it has. */
export function shownText(node: StateNode, wording: Wording): string {
  if (node.text !== null) return wording.valueOf(node.text);
  return wording.sizeOf(node.kind === 'array' ? 'array' : 'object', membersOf(node));
}
