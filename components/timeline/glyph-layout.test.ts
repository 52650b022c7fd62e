import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionsOf } from '#client/playhead-positions';
import { projectionOf } from '#client/playhead-snap';
import { streamAt } from '#client/playhead-test-stream';
import { glyphLayout } from './glyph-layout.ts';

const layoutOf = (times: readonly number[], width: number) => {
  const positions = positionsOf(streamAt(...times).columns, 'time');
  return glyphLayout(positions, positions.extent, projectionOf(positions.extent, width), 42);
};

describe('glyphs', () => {
  it('do not cover each other below the top row', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 60 }), (gaps) => {
        let at = 0;
        const layout = layoutOf(
          gaps.map((gap) => (at += gap)),
          1000,
        );
        if (layout === null) return;
        const top = Math.max(0, ...layout.rises);
        const ends = new Map<number, number>();
        for (const [index, x] of layout.xs.entries()) {
          const rise = layout.rises[index] ?? 0;
          if (rise < 34) expect(x).toBeGreaterThanOrEqual((ends.get(rise) ?? Number.NEGATIVE_INFINITY) + 8);
          ends.set(rise, x);
        }
        expect(top).toBeLessThanOrEqual(42);
      }),
    );
  });

  it('stack at one instant', () => {
    expect([...(layoutOf([0, 0], 1000)?.rises ?? [])]).toEqual([0, 8.5]);
  });

  it('give way to bars where events are many, or crowd', () => {
    expect(
      layoutOf(
        Array.from({ length: 200 }, (_, index) => index),
        500,
      ),
    ).toBeNull();
    expect(layoutOf([0, ...new Array(40).fill(1000), 2000], 1000)).toBeNull();
  });
});
