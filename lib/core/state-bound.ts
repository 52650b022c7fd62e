/**
 * The bound on a state (see limits.ts), which events can grow step by step beyond any payload's own limits.
 *
 * It looks at changes only, so it costs what the event changed. A state over the bound is a fold error, never a cut state.
 */
import type { Change, LeafText } from './history/history.ts';
import { utf8Length } from './json/unicode.ts';
import { LIMITS } from './limits.ts';
import { fail, ok, type Result } from './result.ts';

export class StateBound {
  private leaves: number;
  private bytes: number;

  /** Counts on from the leaves of a state. */
  constructor(leaves: readonly LeafText[] = []) {
    this.leaves = leaves.length;
    this.bytes = leaves.reduce((bytes, { text }) => bytes + utf8Length(text), 0);
  }

  /** CS-105: the state would outgrow the bound, and the changes are not counted. The value is the number of leaves. */
  accept(changes: readonly Change[]): Result<number> {
    let { leaves, bytes } = this;
    for (const { path, before, after } of changes) {
      leaves += Number(after !== null) - Number(before !== null);
      bytes += utf8Length(after ?? '') - utf8Length(before ?? '');
      if (after !== null && depthOf(path) > LIMITS.stateDepth) {
        return fail('CS-105', `The state would be nested deeper than ${LIMITS.stateDepth}.`, path);
      }
    }
    if (leaves > LIMITS.stateKeys) {
      return fail('CS-105', `The state would hold ${leaves} values, over the bound of ${LIMITS.stateKeys}.`);
    }
    if (bytes > LIMITS.stateBytes) {
      return fail(
        'CS-105',
        `The values of the state would take ${bytes} bytes, over the bound of ${LIMITS.stateBytes}.`,
      );
    }
    this.leaves = leaves;
    this.bytes = bytes;
    return ok(leaves);
  }
}

function depthOf(path: string): number {
  let depth = 0;
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) depth += 1;
  return depth;
}
