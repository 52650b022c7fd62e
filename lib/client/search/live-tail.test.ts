import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundEvent as event } from './found-event.fixture.ts';
import { LiveTail, MOST_SHOWN, MOST_WAITING } from './live-tail.ts';

/** A page whose frames come when they are called for. */
function followed(after = 0) {
  const shown: number[] = [];
  const drawn: number[] = [];
  let looks = 0;
  let due: (() => void) | null = null;
  const tail = new LiveTail({
    after: BigInt(after),
    show: (events) => {
      shown.unshift(...events.map(({ position }) => Number(position)));
      drawn.push(events.length);
      return true;
    },
    lookAgain: () => {
      looks += 1;
    },
    frame: (callback) => {
      expect(due).toBeNull();
      due = callback;
    },
  });
  const frame = () => {
    const callback = due;
    due = null;
    callback?.();
  };
  return { tail, shown, drawn, frame, looks: () => looks };
}

describe('what a live stream brings', () => {
  it('is shown once and in its order, however often a connection goes back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant('frame' as const)), {
          maxLength: 200,
        }),
        (steps) => {
          const { tail, shown, frame } = followed();
          let next = 1;
          for (const step of steps) {
            if (step === 'frame') frame();
            else if (step < 0)
              // Cut off, and going on from an earlier place.
              for (let again = Math.max(1, next + step); again < next; again += 1) tail.take(event(again));
            else for (const end = next + step; next < end; next += 1) tail.take(event(next));
          }
          frame();
          expect(shown).toEqual(Array.from({ length: next - 1 }, (_, nth) => next - 1 - nth));
          expect(tail.position).toBe(BigInt(next - 1));
        },
      ),
    );
  });

  it('is drawn once a frame, however much there is of it', () => {
    const { tail, drawn, frame } = followed();
    for (let position = 1; position <= 800; position += 1) tail.take(event(position));
    frame();
    frame();
    expect(drawn).toEqual([800]);
  });

  it('waits while it is held, and is counted', () => {
    const { tail, shown, frame } = followed();
    tail.hold(true);
    for (let position = 1; position <= 12; position += 1) tail.take(event(position));
    frame();
    expect(tail.waiting()).toBe(12);
    expect(shown).toEqual([]);
    tail.show();
    expect(shown).toHaveLength(12);
    expect(tail.waiting()).toBe(0);
    tail.take(event(13));
    tail.hold(false);
    frame();
    expect(shown[0]).toBe(13);
  });

  it('is looked up anew where more waits than is kept', () => {
    const { tail, shown, frame, looks } = followed(5);
    tail.hold(true);
    for (let position = 1; position <= MOST_WAITING + 6; position += 1) tail.take(event(position));
    frame();
    expect(tail.waiting()).toBe(MOST_WAITING + 1);
    tail.show();
    expect(shown).toEqual([]);
    expect(looks()).toBe(1);
  });

  it('is looked up anew where more was shown than anybody scrolls back to, and goes on', () => {
    const { tail, drawn, frame, looks } = followed();
    const once = 1_000;
    for (let position = 1; position <= MOST_SHOWN + 2 * once; position += 1) {
      tail.take(event(position));
      if (position % once === 0) frame();
    }
    expect(looks()).toBe(1);
    expect(drawn).toHaveLength(MOST_SHOWN / once + 1);
  });
});
