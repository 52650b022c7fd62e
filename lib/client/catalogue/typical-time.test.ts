import { describe, expect, it } from 'vitest';
import { typicalTime } from './typical-time.ts';

describe('a typical time', () => {
  it.each([
    [0, '0 µs'],
    [7, '7 µs'],
    [340_499, '340 ms'],
    [1_940_000, '1.9 s'],
    [59_700_000, '60 s'],
    [12 * 60_000_000, '12 min'],
    [86_400_000_000 * 1.94, '1.9 d'],
    [86_400_000_000 * 800, '2.2 y'],
  ])('of %d microseconds is %s', (micros, words) => {
    expect(typicalTime(micros)).toBe(words);
  });
});
