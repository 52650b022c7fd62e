import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Positions, positionsOf } from './playhead-positions.ts';
import { eventsHere, type Projection, projectionOf, snap } from './playhead-snap.ts';
import { streamAt } from './playhead-test-stream.ts';

const scene = fc
  .record({
    gaps: fc.array(fc.oneof(fc.constant(0), fc.nat(20), fc.nat(1_000_000)), { maxLength: 60 }),
    scale: fc.constantFrom('time' as const, 'folded' as const, 'events' as const),
    width: fc.integer({ min: 20, max: 2000 }),
    zoom: fc.tuple(
      fc.double({ min: 0, max: 0.9, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
    ),
  })
  .map(({ gaps, scale, width, zoom: [start, share] }) => {
    let at = 0;
    const positions = positionsOf(streamAt(...gaps.map((gap) => (at += gap))).columns, scale);
    const { from, to } = positions.extent;
    const left = from + start * (to - from);
    return { positions, projection: projectionOf({ from: left, to: left + share * (to - left) }, width) };
  });

const pixelOf = (positions: Positions, projection: Projection, ordinal: number): number =>
  Math.floor(projection.toX(positions.at(ordinal)));

describe('snap', () => {
  it('is what looking at every event gives: the last in or before the pixel', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 0, max: 2000 }), ({ positions, projection }, x) => {
        let naive = 0;
        for (let ordinal = 1; ordinal <= positions.length; ordinal++)
          if (pixelOf(positions, projection, ordinal) <= x) naive = ordinal;
        expect(snap(positions, projection, x)).toBe(naive);
      }),
    );
  });

  it('finds the way back from an event to the last one of its pixel, with glyphs and without', () => {
    fc.assert(
      fc.property(scene, fc.constantFrom(0, 3.5), ({ positions, projection }, reach) => {
        for (let ordinal = 1; ordinal <= positions.length; ordinal++) {
          const found = snap(positions, projection, projection.toX(positions.at(ordinal)), reach);
          if (reach === 0) expect(found).toBeGreaterThanOrEqual(ordinal);
          expect(
            Math.abs(pixelOf(positions, projection, found) - pixelOf(positions, projection, ordinal)),
          ).toBeLessThan(reach === 0 ? 1 : 2);
        }
      }),
    );
  });

  it('never goes back while the pointer goes forward', () => {
    fc.assert(
      fc.property(scene, ({ positions, projection }) => {
        const found = Array.from({ length: projection.width }, (_, x) => snap(positions, projection, x));
        expect(found).toEqual(found.toSorted((one, other) => one - other));
      }),
    );
  });

  it('takes the left half of a glyph for that glyph, where glyphs are drawn', () => {
    const positions = positionsOf(streamAt(0, 1000).columns, 'time');
    const projection = projectionOf({ from: 0, to: 1000 }, 101);
    expect(snap(positions, projection, 98, 3.5)).toBe(2);
    expect(snap(positions, projection, 98)).toBe(1);
    expect(snap(positions, projection, 90, 3.5)).toBe(1);
  });
});

describe('eventsHere', () => {
  it('counts the events of one pixel', () => {
    const positions = positionsOf(streamAt(0, 500, 500, 501, 1000).columns, 'time');
    const projection = projectionOf(positions.extent, 100);
    expect([0, 1, 2, 3, 4, 5].map((ordinal) => eventsHere(positions, projection, ordinal))).toEqual([
      0, 1, 3, 3, 3, 1,
    ]);
  });

  it('sums to all events over the pixels that have any', () => {
    fc.assert(
      fc.property(scene, ({ positions, projection }) => {
        const byPixel = new Map<number, number>();
        for (let ordinal = 1; ordinal <= positions.length; ordinal++)
          byPixel.set(pixelOf(positions, projection, ordinal), eventsHere(positions, projection, ordinal));
        expect([...byPixel.values()].reduce((sum, count) => sum + count, 0)).toBe(positions.length);
      }),
    );
  });
});

describe('projection', () => {
  it('leads from an ordinal to its pixel and back, and keeps the order', () => {
    fc.assert(
      fc.property(scene, ({ positions, projection }) => {
        for (let ordinal = 1; ordinal <= positions.length; ordinal++) {
          const place = positions.at(ordinal);
          expect(place).toBeGreaterThanOrEqual(positions.at(ordinal - 1));
          expect(projection.toX(place)).toBeGreaterThanOrEqual(projection.toX(positions.at(ordinal - 1)));
          const scale = Math.max(1, Math.abs(place), Math.abs(projection.toPlace(0)));
          expect(Math.abs(projection.toPlace(projection.toX(place)) - place) / scale).toBeLessThan(1e-9);
        }
      }),
    );
  });
});
