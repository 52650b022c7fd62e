import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryText } from '#core';
import { queryArbitrary } from '#testing';
import { pillText } from './pill-words.ts';
import { pillsOf } from './pills.ts';

/** 2026-03-14 12:00 UTC */
const clock = { now: 1_773_489_600_000_000n, zone: 'UTC' };

const said = (text: string) => pillsOf(text, clock).pills.map(({ words }) => pillText(words));

describe('a pill', () => {
  it.each([
    ['actor:tove.lind', 'actor is tove.lind'],
    ['-type:OrderPlaced', 'not type OrderPlaced'],
    ['NOT type:A,B', 'not type A or B'],
    ['entity-type:order', 'entity type is order'],
    ['entity:order/4711', 'entity is order/4711'],
    ['entity:order', 'entity type is order'],
    ['actor:*', 'with an actor'],
    ['-actor:*', 'without an actor'],
    ['path:/status', 'changed /status'],
    ['-path:status', 'not changed /status'],
    ['set:/status=shipped,lost', 'set /status = shipped or lost'],
    ['is:removed,late', 'removed or late'],
    ['entity:order,staff/tove.lind', 'entity is order or staff/tove.lind'],
    ['was:/lines/~=A/q!=1', 'was ever /lines/~=A/q != 1'],
    ['payload.amount>=100', 'payload amount >= 100'],
    ['payload.note', 'payload has note'],
    ['payload."a=b"="c=d"', 'payload /"a=b" = "c=d"'],
    ['actor:"Ann Lind",A*,""', 'actor is Ann Lind or A* or ""'],
    ['entity:order/"no 1"', 'entity is order/no 1'],
    ['is:late', 'late'],
    ['-is:out-of-order', 'not out of order'],
    ['is:inexact', 'inexact'],
    ['is:fold-error,number-rounded', 'fold error or number rounded'],
    ['version:5..9', 'version is from 5 to 9'],
    ['position:>=7', 'position is at least 7'],
    ['"late delivery"', 'says “late delivery”'],
    ['-ship*', 'not says “ship…”'],
    ['occurred:2026-03-01', 'occurred on 2026-03-01 UTC'],
    ['occurred:2026-03', 'occurred from 2026-03-01 to 2026-03-31 UTC'],
    ['recorded:>=2026-03-01T10:00', 'recorded since 2026-03-01 10:00:00 UTC'],
    ['recorded:2026-03-01T10:00', 'recorded from 2026-03-01 10:00:00 UTC, before 2026-03-01 10:01:00 UTC'],
    ['occurred:..<2026-03-01', 'occurred before 2026-03-01 UTC'],
    ['-occurred:7d', 'not occurred 7d'],
    ['occurred:yesterday', 'occurred yesterday'],
    ['recorded:now..2026-03-15', 'recorded now..2026-03-15'],
  ])('%s reads %s', (text, words) => {
    expect(said(text)).toEqual([words]);
  });

  it('is each term that all events meet; of the others there is a count', () => {
    expect(pillsOf('type:A late (b OR c)', clock)).toMatchObject({
      pills: [
        { text: 'type:A', start: 0, end: 6, isNegated: false },
        { text: 'late', start: 7, end: 11 },
      ],
      others: 2,
    });
    expect(pillsOf('type:A OR type:B', clock)).toEqual({ pills: [], others: 2 });
    expect(pillsOf('typ:A', clock)).toEqual({ pills: [], others: 0 });
  });

  it('has words for every query', () => {
    fc.assert(
      fc.property(queryArbitrary(), (query) => {
        for (const { words, text } of pillsOf(queryText(query), clock).pills) {
          expect(words.lead).not.toBe('');
          expect(text).not.toBe('');
        }
      }),
    );
  });
});
