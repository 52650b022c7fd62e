import { describe, expect, it } from 'vitest';
import { presenceText } from './presence.ts';

describe('presence', () => {
  it.each([
    ['member', 3, 3, '100 %'],
    ['member', 99_999, 100_000, '99.9 %'],
    ['member', 1, 100_000, '< 0.1 %'],
    ['member', 1, 3, '33.3 %'],
    ['document', 5, 5, '100 %'],
    ['document', 0, 0, '0 %'],
    ['element', 5, 2, '2.5 each'],
    ['value', 101, 1, '101 each'],
  ] as const)('of a %s, %i in %i, is %s', (placeIn, count, around, words) => {
    expect(presenceText({ placeIn, count, around })).toBe(words);
  });
});
