import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLOT_COUNT } from '#client/playhead-categories';
import { positionsOf } from '#client/playhead-positions';
import { testStream } from '#client/playhead-test-stream';
import { densityOf, eventsIn } from './density.ts';

const history = fc
  .array(
    fc.record({ gap: fc.oneof(fc.constant(0), fc.nat(100_000)), type: fc.constantFrom(...'abcdefghi') }),
    {
      maxLength: 80,
    },
  )
  .map((events) => {
    let at = 0n;
    return testStream(
      events.map(({ gap, type }) => {
        at += BigInt(gap);
        return { at, type };
      }),
    );
  });

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('density', () => {
  it('has bins that sum to the events of the window, slot by slot', () => {
    fc.assert(
      fc.property(
        history,
        fc.constantFrom('time', 'folded', 'events'),
        share,
        share,
        fc.integer({ min: 1, max: 50 }),
        (...scene) => {
          const [events, scale, one, other, bins] = scene;
          const { columns } = events;
          const positions = positionsOf(columns, scale);
          const { from, to } = positions.extent;
          const window = {
            from: from + (to - from) * Math.min(one, other),
            to: from + (to - from) * Math.max(one, other) + 1e-3,
          };
          const { counts, peak } = densityOf(columns, positions, window, bins);
          const expected = new Array(SLOT_COUNT).fill(0);
          for (let ordinal = 1; ordinal <= columns.length; ordinal++) {
            const place = positions.at(ordinal);
            if (place >= window.from && place <= window.to) expected[columns.slot[ordinal - 1] ?? 0] += 1;
          }
          const found = new Array(SLOT_COUNT).fill(0);
          let highest = 0;
          for (let bin = 0; bin < bins; bin++) {
            const cells = counts.subarray(bin * SLOT_COUNT, (bin + 1) * SLOT_COUNT);
            for (const [slot, count] of cells.entries()) found[slot] += count;
            highest = Math.max(
              highest,
              cells.reduce((sum, count) => sum + count, 0),
            );
          }
          expect(found).toEqual(expected);
          expect(peak).toBe(highest);
        },
      ),
    );
  });

  it('counts events on either edge of the window', () => {
    const { columns } = testStream([0n, 1000n, 1000n, 2000n, 3000n].map((at) => ({ at })));
    const positions = positionsOf(columns, 'time');
    expect(eventsIn({ from: 1, to: 2 }, positions)).toEqual({ first: 2, last: 4 });
    const { counts } = densityOf(columns, positions, { from: 1, to: 2 }, 4);
    expect(Array.from({ length: 4 }, (_, bin) => counts[bin * SLOT_COUNT])).toEqual([2, 0, 0, 1]);
  });
});
