import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArrivedEvents, MOST_GIVEN, MOST_SHOWN } from './arrived-events.ts';
import { PAGE_ROWS } from './found-question.ts';
import { LiveTail } from './live-tail.ts';

/** A page whose frames come when they are called for. */
function followed(after = 0) {
  const shown: ArrivedEvents[] = [];
  const told: number[] = [];
  let looks = 0;
  let due: (() => void) | null = null;
  const tail = new LiveTail({
    after: BigInt(after),
    show: (arrived) => shown.push(arrived),
    tell: (waiting) => told.push(waiting),
    lookAgain: () => {
      looks += 1;
    },
    soon: (callback) => {
      expect(due).toBeNull();
      due = callback;
    },
  });
  const frame = () => {
    const callback = due;
    due = null;
    callback?.();
  };
  const take = (from: number, to: number) => {
    for (let position = from; position <= to; position += 1) tail.take(BigInt(position), `${position}`);
  };
  /** So many of which the stream has told no more than that they came. */
  const pass = (from: number, to: number) => tail.pass(BigInt(to), to - from + 1);
  return { tail, take, pass, shown, told, frame, looks: () => looks };
}

/** Of which events it speaks, the oldest first, where they follow each other without gaps. */
function positionsIn({ newest, pages }: ArrivedEvents): readonly number[] {
  const given = newest.map(Number).reverse();
  const placed = pages.flatMap(({ size, last }) =>
    Array.from({ length: size }, (_, nth) => Number(last) - size + 1 + nth),
  );
  for (const { size } of pages) expect(size).toBeLessThanOrEqual(PAGE_ROWS);
  const all = [...placed, ...given];
  expect(given.length).toBeGreaterThan(0);
  expect(given.length).toBeLessThanOrEqual(MOST_GIVEN);
  return all;
}

describe('what a live stream brings', () => {
  it('is shown once and in its order, however often a connection goes back', () => {
    const passed = fc.record({ passed: fc.integer({ min: 1, max: PAGE_ROWS }) });
    const steps = fc.array(
      fc.oneof(fc.integer({ min: -5, max: 900 }), passed, fc.constant('frame' as const)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        const { tail, take, pass, shown, frame } = followed();
        let newest = 0;
        for (const step of all) {
          if (step === 'frame') frame();
          else if (typeof step === 'object') {
            pass(newest + 1, newest + step.passed);
            newest += step.passed;
          }
          // Cut off, and going on from an earlier place.
          else if (step < 0) take(Math.max(1, newest + step), newest);
          else {
            take(newest + 1, newest + step);
            newest += step;
          }
        }
        // Whoever counts gives the newest behind them.
        newest += 1;
        take(newest, newest);
        frame();
        expect(shown.flatMap(positionsIn)).toEqual(Array.from({ length: newest }, (_, nth) => nth + 1));
        expect(tail.position).toBe(BigInt(newest));
      }),
    );
  });

  it('is given as it is where the stream does, so much as has room on a screen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), (count) => {
        const { take, shown, frame } = followed();
        take(1, count);
        frame();
        expect(shown[0]?.newest.length).toBe(Math.min(count, MOST_GIVEN));
      }),
    );
  });

  it('is joined to pages where the stream has counted it, and what came before that is in front of it no longer', () => {
    const { take, pass, shown, frame } = followed();
    take(1, 5);
    pass(6, 30);
    pass(31, 130);
    pass(131, 140);
    take(141, 142);
    frame();
    expect(shown).toEqual([
      {
        newest: ['142', '141'],
        pages: [
          { size: 30, last: 30n },
          { size: 100, last: 130n },
          { size: 10, last: 140n },
        ],
      },
    ]);
  });

  it('is shown once a frame, however much there is of it, and no more than a screenful as it is', () => {
    const { take, shown, frame } = followed();
    take(1, 300);
    frame();
    frame();
    expect(shown).toMatchObject([
      {
        pages: [
          { size: 100, last: 100n },
          { size: 100, last: 200n },
          { size: 36, last: 236n },
        ],
      },
    ]);
  });

  it('waits for the newest where all before it was only counted, and is looked up where it is asked for until then', () => {
    const { tail, take, pass, shown, told, frame, looks } = followed();
    pass(1, 40);
    frame();
    expect(shown).toEqual([]);
    take(41, 41);
    frame();
    expect(shown).toEqual([{ newest: ['41'], pages: [{ size: 40, last: 40n }] }]);
    tail.hold(true);
    pass(42, 50);
    frame();
    expect([told, looks()]).toEqual([[9], 0]);
    tail.show();
    expect([shown.length, told, looks()]).toEqual([1, [9, 0], 1]);
  });

  it('waits while it is held, and is counted', () => {
    const { tail, take, shown, told, frame } = followed();
    tail.hold(true);
    take(1, 12);
    frame();
    take(13, 14);
    frame();
    expect([shown, told]).toEqual([[], [12, 14]]);
    tail.show();
    expect(shown.map(({ newest }) => newest.length)).toEqual([14]);
    expect(told).toEqual([12, 14, 0]);
    take(15, 15);
    tail.hold(false);
    frame();
    expect(shown.at(-1)?.newest).toEqual(['15']);
    expect(told).toEqual([12, 14, 0]);
  });

  it('is looked up anew where more waits than is shown, and goes on', () => {
    const { tail, take, shown, told, frame, looks } = followed(5);
    tail.hold(true);
    take(6, MOST_SHOWN + 6);
    frame();
    expect(told).toEqual([MOST_SHOWN + 1]);
    tail.show();
    expect([shown.length, looks()]).toEqual([0, 1]);
    take(MOST_SHOWN + 7, MOST_SHOWN + 7);
    tail.show();
    expect(shown).toEqual([{ newest: [`${MOST_SHOWN + 7}`], pages: [] }]);
  });
});
