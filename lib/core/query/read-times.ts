/** The times of `occurred:` and `recorded:`, as a range of microseconds whose end is exclusive. */
import { ok } from '../result.ts';
import type { TimeTerm } from './query.ts';
import type { QueryClock } from './query-clock.ts';
import { readRange } from './read-range.ts';
import { type Read, trouble } from './trouble.ts';
import type { Word } from './word.ts';
import { readTime } from './written-time.ts';

export function readTimes(word: Word, axis: TimeTerm['axis'], clock: QueryClock): Read<TimeTerm> {
  const range = readRange(word, (time) => {
    const stretch = readTime(time.text, clock);
    return stretch.ok ? stretch : trouble(time.isNothing ? word : time, stretch.error);
  });
  if (!range.ok) return range;
  const { from, to } = range.value;
  if (from === null || to === null || from < to) return ok({ kind: 'time', axis, ...range.value });
  return trouble(word, 'Nothing lies in this range of times. Write one that ends behind where it begins.');
}
