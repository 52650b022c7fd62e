import { describe, expect, it } from 'vitest';
import { placeInDiff } from './place-in-diff.ts';

describe('placeInDiff', () => {
  it.each([
    [10, { a: 10, b: 20 }, /where A is/],
    [20, { a: 10, b: 20 }, /where B is: the last event of/],
    [20, { a: 20, b: 10 }, /where A is: the last event of/],
    [10, { a: 20, b: 10 }, /where B is: the diff is of the events after it/],
    [10, { a: 10, b: 10 }, /nothing lies between/],
    [15, { a: 10, b: 20 }, /between A and B/],
    [15, { a: 20, b: 10 }, /between A and B/],
    [9, { a: 10, b: 20 }, /outside of A and B/],
    [21, { a: 20, b: 10 }, /outside of A and B/],
  ])('event %i, %j', (ordinal, pins, words) =>
    expect(placeInDiff(ordinal, { ...pins, bFollows: false })).toMatch(words),
  );

  it('says that B goes along, and nothing where a pin is missing', () => {
    expect(placeInDiff(20, { a: 10, b: 20, bFollows: true })).toMatch(/B is, which follows/);
    expect(placeInDiff(20, { a: 10, b: null, bFollows: false })).toBe(null);
  });
});
