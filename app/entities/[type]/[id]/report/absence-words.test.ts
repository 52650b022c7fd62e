import { describe, expect, it } from 'vitest';
import { absenceWords } from './absence-words.ts';

const at = { version: 1200, times: null };

describe('why a report has no state, in words', () => {
  it.each([
    [null, null],
    [{ why: 'before' }, 'There is no state before the first event: the entity did not exist yet.'],
    [{ why: 'removed', by: 1200 }, 'There is no state at event 1,200: that event removed the entity.'],
    [{ why: 'removed', by: 1100 }, 'There is no state at event 1,200: event 1,100 had removed the entity.'],
    [{ why: 'emptied', by: 2 }, 'There is no state at event 1,200: event 2 had taken away the last of it.'],
    [{ why: 'never' }, 'There is no state at event 1,200: no event up to it had given the entity any.'],
  ] as const)('%j', (absence, words) => expect(absenceWords({ at, absence })).toBe(words));
});
