import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editScript } from './edit-script.ts';

const sequence = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 24 });

describe('editScript', () => {
  it('gives both sequences back', () => {
    fc.assert(
      fc.property(sequence, sequence, (before, after) => {
        const runs = editScript(before, after);
        const side = (other: 'remove' | 'add') => runs.filter(({ kind }) => kind !== other);
        expect(side('add').flatMap((run) => before.slice(run.before, run.before + run.length))).toEqual(
          before,
        );
        expect(side('remove').flatMap((run) => after.slice(run.after, run.after + run.length))).toEqual(
          after,
        );
        for (const { kind, before: at, after: to, length } of runs)
          if (kind === 'keep') expect(before.slice(at, at + length)).toEqual(after.slice(to, to + length));
      }),
    );
  });

  it('keeps as much as can be kept', () => {
    fc.assert(
      fc.property(sequence, sequence, (before, after) => {
        const kept = editScript(before, after).filter(({ kind }) => kind === 'keep');
        expect(kept.reduce((sum, { length }) => sum + length, 0)).toBe(longestCommon(before, after));
      }),
    );
  });

  it('gives up on two long sequences with nothing in common, and is still right', () => {
    const before = Array.from({ length: 40_000 }, (_, index) => index);
    const runs = editScript(
      before,
      before.map((value) => -1 - value),
    );
    expect(runs.map(({ kind, length }) => [kind, length])).toEqual([
      ['remove', 40_000],
      ['add', 40_000],
    ]);
  });
});

/** The slow, plain way: a table of all prefixes. */
function longestCommon(before: readonly string[], after: readonly string[]): number {
  let row = Array.from({ length: after.length + 1 }, () => 0);
  for (const one of before) {
    const next = [0];
    after.forEach((other, at) => {
      next.push(one === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
