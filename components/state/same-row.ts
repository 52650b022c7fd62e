/** Whether two rows of a tree look the same. */
import { membersOf, type StateNode } from './state-tree.ts';
import type { TreeRow } from './tree-rows.ts';

/** `setters`: who set a field is shown beside it. */
export function isSameRow(before: TreeRow, after: TreeRow, setters: boolean): boolean {
  return (
    before.level === after.level &&
    before.position === after.position &&
    before.siblings === after.siblings &&
    before.expanded === after.expanded &&
    before.matches === after.matches &&
    isSameNode(before.node, after.node) &&
    (!setters || before.node.ordinal === after.node.ordinal)
  );
}

function isSameNode(before: StateNode, after: StateNode): boolean {
  return (
    before.path === after.path &&
    before.text === after.text &&
    before.kind === after.kind &&
    before.ghost === after.ghost &&
    before.changedBelow === after.changedBelow &&
    before.children.length === after.children.length &&
    membersOf(before) === membersOf(after) &&
    before.change?.before === after.change?.before &&
    before.change?.after === after.change?.after
  );
}
