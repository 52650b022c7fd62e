import { describe, expect, it } from 'vitest';
import type { OverviewAnswer } from '#wire';
import { steadyTypes } from './steady-types.ts';

const none = { top: [], looked: 0, since: null };
const odd = { events: 0, isMore: false, q: '' };

/** `counts`: of one bar, in the order of the types. */
function overview(types: readonly (string | null)[], counts: number[]): OverviewAnswer {
  return {
    range: { from: null, to: null },
    events: 0,
    q: '',
    overTime: {
      width: '3600000000',
      clock: 'UTC',
      types: types.map((type, nth) => ({ type, types: 1, events: counts[nth] ?? 0, q: `type:${type}` })),
      counts: [{ at: '2026-03-01T00:00:00Z', events: counts }],
      changes: null,
    },
    entityTypes: [],
    actors: { top: [], all: 0 },
    entities: none,
    fields: none,
    late: odd,
    outOfOrder: odd,
    marks: { events: 0, isMore: false, q: '', kinds: [], newest: [] },
    readModels: { head: '0', searchedTo: '0', changedTo: '0', searchedAt: null, changedAt: null },
    store: { events: 0, entities: 0, live: 0, notes: { entities: 0, events: 0 }, types: [], newest: [] },
  };
}

describe('an overview that came after another', () => {
  it('keeps the order of its types where they are the same ones', () => {
    const next = steadyTypes(overview(['A', 'B', null], [3, 2, 1]), overview(['B', 'A', null], [9, 3, 1]));
    expect(next).toEqual(overview(['A', 'B', null], [3, 9, 1]));
  });

  it('is as it came where others are the most frequent now, or it is the first', () => {
    const next = overview(['B', 'C', null], [9, 3, 1]);
    expect(steadyTypes(overview(['A', 'B', null], [3, 2, 1]), next)).toBe(next);
    expect(steadyTypes(overview(['B', null], [3, 2]), next)).toBe(next);
    expect(steadyTypes(undefined, next)).toBe(next);
  });
});
