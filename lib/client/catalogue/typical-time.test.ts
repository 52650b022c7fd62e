import { describe, expect, it } from 'vitest';
import { typicalTime } from './typical-time.ts';

describe('a typical time', () => {
  it.each([
    [0, '0 µs'],
    [7, '7 µs'],
    [340_499, '340 ms'],
    [1_940_000, '1.9 s'],
    [1_940, '1.9 ms'],
    [59_700_000, '1 min'],
    [14.4 * 60_000_000, '14 min'],
    [12 * 60_000_000, '12 min'],
    [86_400_000_000 * 1.94, '1 d 22 h'],
    [86_400_000_000 * 844, '840 d'],
  ])('of %d microseconds is %s', (micros, words) => {
    expect(typicalTime(micros)).toBe(words);
  });
});
