import { describe, expect, it } from 'vitest';
import type { EventHeader, History } from '#core';
import { whyAbsent } from './why-absent.ts';

type Did = Pick<EventHeader, 'removed' | 'changes'>;
const set: Did = { removed: false, changes: 1 };
const removed: Did = { removed: true, changes: 1 };
const nothing: Did = { removed: false, changes: 0 };

/** By ordinal; the versions are ten times as high, so that neither is taken for the other. */
const historyOf = (...events: Did[]): Pick<History, 'event'> => ({
  event: (ordinal) => ({ ...events[ordinal - 1], version: ordinal * 10 }) as EventHeader,
});

describe('why there is no state', () => {
  it.each([
    ['there is one', historyOf(set), 1, 3, null],
    ['before the first event', historyOf(set), 0, 0, { why: 'before' }],
    ['removed by the event itself', historyOf(set, removed), 2, 0, { why: 'removed', by: 20 }],
    ['removed some events ago', historyOf(set, removed, nothing, nothing), 4, 0, { why: 'removed', by: 20 }],
    ['emptied some events ago', historyOf(removed, set, nothing), 3, 0, { why: 'emptied', by: 20 }],
    ['never given one', historyOf(nothing, nothing), 2, 0, { why: 'never' }],
  ])('%s', (_, history, ordinal, leaves, why) => expect(whyAbsent(history, ordinal, leaves)).toEqual(why));
});
