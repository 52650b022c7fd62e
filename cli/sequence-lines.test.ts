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
const placed = {
  ...start,
  version: 4,
  recordedAt: '2026-03-02T13:00:00Z',
  since: '90000000000',
  first: null,
};

const FOUND: SequencesAnswer = {
  sequence: 'Abandoned -> no Started within 1d -> Placed',
  by: 'entity',
  axis: 'recorded',
  stages: [
    {
      kind: 'event',
      text: 'Abandoned',
      times: 1,
      without: [],
      starts: 1_204,
      partitions: 80,
      median: null,
      p90: null,
    },
    {
      kind: 'absence',
      text: 'no Started within 1d',
      times: 0,
      without: [],
      starts: 9,
      partitions: 9,
      median: null,
      p90: null,
    },
    {
      kind: 'event',
      text: 'Placed',
      times: 1,
      without: [],
      starts: 3,
      partitions: 3,
      median: '90000000000',
      p90: '3250000',
    },
  ],
  matches: [{ start, took: '90000000000', events: [{ ...start, since: '0', first: null }, null, placed] }],
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

  it('says of a step that is taken several times its first and its last event', () => {
    const first = { ...start, version: 3, recordedAt: '2026-03-02T12:00:00Z', since: '86400000000' };
    const [match] = FOUND.matches;
    if (match === undefined) throw new Error('There is a match.');
    const events = [...match.events.slice(0, 2), { ...placed, first }];
    expect(matchLines({ ...FOUND, matches: [{ ...match, events }] })[1]).toBe(
      '   @7  1 d 1 h  cart/C-1  #2 2026-03-01T12:00:00Z  #3 2026-03-02T12:00:00Z to #4 2026-03-02T13:00:00Z',
    );
  });

  it('names the entity of each event where others share the match, and goes by the clock of the sequence', () => {
    expect(matchLines({ ...FOUND, by: 'actor', axis: 'occurred' })[1]).toBe(
      '   @7  1 d 1 h  ada    cart/C-1#2 2026-03-01T11:00:00Z  cart/C-1#4 2026-03-01T11:00:00Z',
    );
    expect(matchLines({ ...FOUND, matches: [] })).toEqual([]);
  });
});
