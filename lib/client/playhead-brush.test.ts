import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brushedEvents, pinsOf, stretchSentence } from './playhead-brush.ts';
import { positionsOf } from './playhead-positions.ts';
import { projectionOf } from './playhead-snap.ts';
import { streamAt } from './playhead-test-stream.ts';

const scene = fc
  .record({
    gaps: fc.array(fc.oneof(fc.constant(0), fc.nat(20), fc.nat(1_000_000)), { maxLength: 60 }),
    scale: fc.constantFrom('time' as const, 'folded' as const, 'events' as const),
    width: fc.integer({ min: 20, max: 2000 }),
    zoom: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  .map(({ gaps, scale, width, zoom }) => {
    let at = 0;
    const positions = positionsOf(streamAt(...gaps.map((gap) => (at += gap))).columns, scale);
    const { from, to } = positions.extent;
    return { positions, projection: projectionOf({ from, to: from + zoom * (to - from) }, width) };
  });

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('a brush', () => {
  it('takes every event in a touched pixel and no other, on every scale and in either direction', () => {
    fc.assert(
      fc.property(scene, share, share, fc.constantFrom(0, 3.5), ({ positions, projection }, a, b, reach) => {
        const [one, other] = [a * projection.width, b * projection.width];
        const touched = Array.from({ length: positions.length }, (_, index) => index + 1).filter(
          (ordinal) => {
            const pixel = Math.floor(projection.toX(positions.at(ordinal)));
            return (
              pixel >= Math.floor(Math.min(one, other) - reach) &&
              pixel <= Math.floor(Math.max(one, other) + reach)
            );
          },
        );
        const [first] = touched;
        const last = touched.at(-1);
        expect(brushedEvents(positions, projection, one, other, reach)).toEqual(
          first === undefined ? null : { first, last },
        );
      }),
    );
  });

  it('sets A before its first event and B on its last, so that the difference is what the stretch did', () => {
    expect(pinsOf({ first: 1, last: 3 })).toEqual({ a: 0, b: 3 });
    expect(pinsOf({ first: 7, last: 7 })).toEqual({ a: 6, b: 7 });
  });

  it('says what it selected', () => {
    expect(stretchSentence({ first: 12, last: 1040 }, String)).toBe(
      '1,029 events selected, from event 12 to event 1040. A is before them, B is the last.',
    );
    expect(stretchSentence({ first: 4, last: 4 }, String)).toBe(
      '1 event selected, event 4. A is before it, B is the event itself.',
    );
  });
});
