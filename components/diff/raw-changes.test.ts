import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesBetween, leavesOf } from '#core';
import { stateArbitrary } from '#testing';
import { NOTHING_FOLDED } from './diff-rows.ts';
import { rawChanges } from './raw-changes.ts';
import { rawDiff, rawRows } from './raw-rows.ts';

const leaf = (path: string, text: string) => ({ path, text, ordinal: 1 });
const entry = (path: string, before: string | null, after: string | null) => ({
  ...{ path, before, after },
  ...{ ordinal: 2, setBefore: 1, setAfter: 2 },
});

it('take lines that went where others came for one change', () => {
  const diff = rawDiff({
    entries: [entry('/b', '1', '2'), entry('/d', null, '1'), entry('/f', '1', null)],
    unchanged: ['/a', '/c', '/e', '/g'].map((path) => leaf(path, '0')),
  });
  expect(rawChanges(diff).map(({ kind }) => kind)).toEqual(['changed', 'added', 'removed']);
});

it('are as many as there are to step through', () => {
  fc.assert(
    fc.property(stateArbitrary, stateArbitrary, (before, after) => {
      const entries = changesBetween(before, after).map((change) => ({
        ...change,
        ...{ ordinal: 2, setBefore: 1, setAfter: 2 },
      }));
      const changed = new Set(entries.map(({ path }) => path));
      const unchanged = leavesOf(after).flatMap(({ path, text }) =>
        changed.has(path) ? [] : [leaf(path, text)],
      );
      const diff = rawDiff({ entries, unchanged });
      const stops = rawRows(diff, NOTHING_FOLDED).filter((row) => row.kind !== 'gap' && row.isFirst);
      expect(rawChanges(diff).length).toBe(stops.length);
    }),
  );
});
