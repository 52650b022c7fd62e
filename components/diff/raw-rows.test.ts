import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyJson } from '#client/pretty-json';
import { changesBetween, leavesOf, stateText } from '#core';
import { stateArbitrary } from '#testing';
import { NOTHING_FOLDED } from './diff-rows.ts';
import { rawDiff, rawRows } from './raw-rows.ts';

describe('rawRows', () => {
  it('give both texts back, line for line and with their numbers', () => {
    fc.assert(
      fc.property(stateArbitrary, stateArbitrary, (before, after) => {
        const entries = changesBetween(before, after).map((change) => ({
          ...change,
          ordinal: 2,
          setBefore: 1,
          setAfter: 2,
        }));
        const changed = new Set(entries.map(({ path }) => path));
        const unchanged = leavesOf(after).flatMap((leaf) =>
          changed.has(leaf.path) ? [] : [{ ...leaf, ordinal: 1 }],
        );
        const rows = rawRows(rawDiff({ entries, unchanged }), { ...NOTHING_FOLDED, showsAll: true });
        for (const [side, state] of [
          ['before', before],
          ['after', after],
        ] as const) {
          const lines = rows.flatMap((row) => (row.kind === 'gap' || row[side] === null ? [] : [row]));
          expect(lines.map(({ text }) => text).join('\n')).toBe(prettyJson(stateText(leavesOf(state)) ?? ''));
          expect(lines.map((line) => line[side])).toEqual(lines.map((_, place) => place + 1));
        }
      }),
    );
  });

  it('fold lines that are alike, and unfold them as far as they are asked to', () => {
    const leaves = Array.from({ length: 40 }, (_, n) => ({ path: `/k${n + 10}`, text: '0', ordinal: 1 }));
    const entry = { path: '/k30', before: '0', after: '1', ordinal: 2, setBefore: 1, setAfter: 2 };
    const diff = rawDiff({ entries: [entry], unchanged: leaves.filter(({ path }) => path !== '/k30') });
    const rows = rawRows(diff, NOTHING_FOLDED);
    expect(rows.map(({ kind }) => kind)).toEqual([
      'gap',
      'keep',
      'keep',
      'keep',
      'remove',
      'add',
      'keep',
      'keep',
      'keep',
      'gap',
    ]);
    const opened = rawRows(diff, { ...NOTHING_FOLDED, revealed: new Map([[rows[0]?.key ?? '', 10]]) });
    expect(opened.filter(({ kind }) => kind === 'keep').length).toBe(16);
  });
});
