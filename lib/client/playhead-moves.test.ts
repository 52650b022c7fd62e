import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstOrdinal, pageFrom, sameTypeFrom, tenthOf } from './playhead-moves.ts';
import { nextSpeed, playedEvents, playFrom, SPEEDS } from './playhead-playback.ts';
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

describe('playing', () => {
  it('plays as many events as the time is worth, however it is cut into frames', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SPEEDS), fc.array(fc.integer({ min: 0, max: 250 })), (speed, frames) => {
        let owed = 0;
        let played = 0;
        for (const elapsed of frames) {
          const step = playedEvents(owed, elapsed, speed);
          owed = step.owed;
          played += step.events;
          expect(owed).toBeGreaterThanOrEqual(0);
          expect(owed).toBeLessThan(1);
        }
        const worth = (frames.reduce((sum, ms) => sum + ms, 0) / 1000) * speed;
        expect(played + owed).toBeCloseTo(worth, 6);
      }),
    );
  });

  it('does not leap after a pause', () => {
    expect(playedEvents(0, 60_000, 50).events).toBe(12);
  });

  it('starts over at the end', () => {
    expect([playFrom(3, 1, 9), playFrom(9, 2, 9), playFrom(0, 0, 0)]).toEqual([3, 2, 0]);
  });

  it('knows the next speeds and the last', () => {
    expect([nextSpeed(5, 1), nextSpeed(5, -1), nextSpeed(50, 1), nextSpeed(0.5, -1)]).toEqual([
      10, 2, 50, 0.5,
    ]);
  });
});
