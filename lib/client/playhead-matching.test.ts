import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endsOf,
  hiddenWords,
  Matching,
  settleMatching,
  shownWords,
  stepMatching,
} from './playhead-matching.ts';

const sets = fc.integer({ min: 1, max: 40 }).chain((length) =>
  fc.tuple(
    fc.constant(length),
    fc.uniqueArray(fc.integer({ min: 1, max: length })).map((ordinals) => ordinals.sort((a, b) => a - b)),
    fc.nat(length),
    fc.nat(length),
  ),
);

describe('a walk over what a filter lets through', () => {
  it('stops on matching events only, one after the other, as in the plain list', () => {
    fc.assert(
      fc.property(sets, ([length, ordinals, from, place]) => {
        const matching = new Matching(Uint32Array.from(ordinals), length);
        const later = ordinals.find((ordinal) => ordinal > from) ?? ordinals.at(-1) ?? from;
        const earlier = ordinals.findLast((ordinal) => ordinal < from) ?? ordinals[0] ?? from;
        expect(stepMatching(matching, length, from, 1)).toBe(later);
        expect(stepMatching(matching, length, from, -1)).toBe(earlier);
        const settled = settleMatching(matching, from, place);
        if (ordinals.length > 0) expect(ordinals).toContain(settled);
        if (ordinals.includes(place)) expect(settled).toBe(place);
        expect(ordinals.filter((ordinal) => matching.has(ordinal))).toEqual(ordinals);
        expect([...matching.mask.keys()].filter((ordinal) => matching.mask[ordinal] === 1)).toEqual(ordinals);
        expect(matching.rank(from)).toBe(ordinals.filter((ordinal) => ordinal <= from).length);
      }),
    );
  });

  it('without a filter is a walk over all', () => {
    expect(stepMatching(null, 9, 9, 1)).toBe(9);
    expect(stepMatching(null, 9, 1, -1)).toBe(0);
    expect(settleMatching(null, 3, 7)).toBe(7);
    expect(endsOf(null, 9)).toEqual({ first: 1, last: 9 });
  });

  it('is said in words', () => {
    const matching = new Matching(Uint32Array.of(3, 1_000, 4_000), 4_210);
    expect(hiddenWords(matching)).toBe('3 of 4,210 events; 4,207 hidden by filter');
    expect(shownWords(matching, 1_000)).toBe('2 of 3 shown. ');
    expect(shownWords(matching, 5)).toBe('Hidden by the filter, which shows 3. ');
    expect(endsOf(matching, 4_210)).toEqual({ first: 3, last: 4_000 });
  });
});
