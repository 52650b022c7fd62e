import { describe, expect, it } from 'vitest';
import type { SequencesAnswer } from '#wire';
import { funnelLines, matchLines } from './sequence-lines.ts';

const start = {
  position: '7',
  entityType: 'cart',
  entityId: 'C-1',
  version: 2,
  type: 'Abandoned',
  actor: 'ada',
  correlationId: null,
  recordedAt: '2026-03-01T12:00:00Z',
  occurredAt: '2026-03-01T11:00:00Z',
  recordedIsOurs: false,
  occurredIsOurs: false,
};
const placed = { ...start, version: 4, recordedAt: '2026-03-02T13:00:00Z', since: '90000000000' };

const FOUND: SequencesAnswer = {
  sequence: 'Abandoned -> no Started within 1d -> Placed',
  by: 'entity',
  axis: 'recorded',
  stages: [
    { kind: 'event', text: 'Abandoned', without: [], starts: 1_204, partitions: 80, median: null, p90: null },
    {
      kind: 'absence',
      text: 'no Started within 1d',
      without: [],
      starts: 9,
      partitions: 9,
      median: null,
      p90: null,
    },
    {
      kind: 'event',
      text: 'Placed',
      without: [],
      starts: 3,
      partitions: 3,
      median: '90000000000',
      p90: '3250000',
    },
  ],
  matches: [{ start, took: '90000000000', events: [{ ...start, since: '0' }, null, placed] }],
  next: null,
  searchedTo: '7',
  head: '7',
};

describe('a sequence on a terminal', () => {
  it('is a funnel whose numbers line up', () => {
    expect(funnelLines(FOUND)).toEqual([
      'step  starts  entities  of the first   median  9 of 10 within  what',
      '   1   1,204        80       100.0 %        -               -  Abandoned',
      '   2       9         9         0.7 %        -               -  no Started within 1d',
      '   3       3         3         0.2 %  1 d 1 h           3.3 s  Placed',
    ]);
  });

  it('has a line for each match, with a column for each step that takes an event', () => {
    expect(matchLines(FOUND)).toEqual([
      'start     took  entity    1 Abandoned              3 Placed',
      '   @7  1 d 1 h  cart/C-1  #2 2026-03-01T12:00:00Z  #4 2026-03-02T13:00:00Z',
    ]);
  });

  it('names the entity of each event where others share the match, and goes by the clock of the sequence', () => {
    expect(matchLines({ ...FOUND, by: 'actor', axis: 'occurred' })[1]).toBe(
      '   @7  1 d 1 h  ada    cart/C-1#2 2026-03-01T11:00:00Z  cart/C-1#4 2026-03-01T11:00:00Z',
    );
    expect(matchLines({ ...FOUND, matches: [] })).toEqual([]);
  });
});
