import { describe, expect, it } from 'vitest';
import { firstOrdinal, pageFrom, sameTypeFrom, tenthOf } from './playhead-moves.ts';
import { positionsOf } from './playhead-positions.ts';
import { streamAt, testStream } from './playhead-test-stream.ts';

const { columns } = streamAt(0, 1, 2, 500, 1000);
const time = positionsOf(columns, 'time');

describe('a page', () => {
  it('is 5 % of the window, and at least one event', () => {
    expect(pageFrom(time, { from: 0, to: 1000 }, 1, 1)).toBe(3);
    expect(pageFrom(time, { from: 0, to: 1000 }, 3, 1)).toBe(4);
    expect(pageFrom(time, { from: 0, to: 1000 }, 4, -1)).toBe(3);
  });

  it('ends at either end', () => {
    expect(pageFrom(time, { from: 0, to: 1000 }, 5, 1)).toBe(5);
    expect(pageFrom(time, { from: 0, to: 1000 }, 0, -1)).toBe(0);
  });
});

describe('the same type', () => {
  const mixed = testStream(['x', 'y', 'x', 'z', 'x'].map((type, at) => ({ at: BigInt(at), type }))).columns;

  it('is found in both directions, and nowhere else', () => {
    expect([1, 3, 5].map((ordinal) => sameTypeFrom(mixed, ordinal, 1))).toEqual([3, 5, 5]);
    expect([5, 3, 1].map((ordinal) => sameTypeFrom(mixed, ordinal, -1))).toEqual([3, 1, 1]);
    expect([sameTypeFrom(mixed, 2, 1), sameTypeFrom(mixed, 2, -1), sameTypeFrom(mixed, 0, 1)]).toEqual([
      2, 2, 0,
    ]);
  });
});

describe('tenths', () => {
  it('are tenths of the line on its own scale', () => {
    expect([0, 5, 9].map((tenth) => tenthOf(time, tenth))).toEqual([1, 4, 4]);
    expect([0, 5, 9].map((tenth) => tenthOf(positionsOf(columns, 'events'), tenth))).toEqual([1, 3, 4]);
  });

  it('of an empty history are nowhere', () => {
    expect(tenthOf(positionsOf(testStream([]).columns, 'time'), 4)).toBe(0);
    expect(firstOrdinal(0)).toBe(0);
  });
});
