import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tickFrom } from './dock-notes.ts';

it('stepping from tick to tick stops at every place once, in order, and back again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (places) => {
      const ticks = places
        .sort((a, b) => a - b)
        .map((from, index) => ({ id: String(index), from, to: null, words: '', text: '' }));
      const walk = (start: number, by: 1 | -1) => {
        const stops: number[] = [];
        for (let at = tickFrom(ticks, start, by); at !== null; at = tickFrom(ticks, at.from, by))
          stops.push(at.from);
        return stops;
      };
      const distinct = [...new Set(places)];
      expect(walk(0, 1)).toEqual(distinct);
      expect(walk(31, -1)).toEqual(distinct.toReversed());
    }),
  );
});
