import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventOrder } from '#client/event-order';
import { streamAt, testStream } from '#client/playhead-test-stream';
import { wallClock } from '#client/wall-clock';
import { type DayStretch, daysInZone, daysOf, daysOfPlaces, EventRows, heightOf } from './event-rows.ts';

const DAY = 86_400_000_000n;

const rowsOf = (times: readonly bigint[], order: EventOrder) => {
  const { length, segments } = testStream(times.map((at) => ({ at })));
  return new EventRows(length, order, daysOf(segments));
};

const written = (rows: EventRows) => Array.from({ length: rows.count }, (_, index) => rows.rowAt(index));

describe('rows of the event list', () => {
  it('put a heading between days, and the place before the first event at the old end', () => {
    expect(written(rowsOf([5n, DAY - 1n, DAY], 'newest'))).toEqual([3, -2, 2, 1, 0]);
    expect(written(rowsOf([5n, DAY - 1n, DAY], 'oldest'))).toEqual([0, -1, 1, 2, -3, 3]);
  });

  it('know the day of any place', () => {
    const rows = rowsOf([5n, DAY - 1n, DAY], 'newest');
    expect([0, 1, 3, 4].map((index) => rows.dayAt(index))).toEqual([1, 0, 0, null]);
  });

  it('part days before 1970 at midnight too', () => {
    expect(written(rowsOf([-DAY, -1n, 0n], 'oldest'))).toEqual([0, -1, 1, 2, -3, 3]);
  });

  it('are one row for an empty stream', () => {
    expect(written(rowsOf([], 'newest'))).toEqual([0]);
  });

  it('are found by ordinal, by index and by height, as in a list written out', () => {
    const times = fc
      .array(
        fc.nat(3).map((hours) => BigInt(hours) * 9n * 3_600_000_000n),
        { maxLength: 60 },
      )
      .map((gaps) => {
        let at = 0n;
        return gaps.map((gap) => (at += gap));
      });
    fc.assert(
      fc.property(times, fc.constantFrom<EventOrder>('newest', 'oldest'), (events, order) => {
        const rows = rowsOf(events, order);
        const naive = writtenOut(events, order);
        expect(written(rows)).toEqual(naive);
        let above = 0;
        for (const [index, row] of naive.entries()) {
          if (row >= 0) expect(rows.indexOf(row)).toBe(index);
          expect(rows.offset(index)).toBe(above);
          expect(rows.indexAt(above)).toBe(index);
          expect(rows.indexAt(above + heightOf(row) - 1)).toBe(index);
          above += heightOf(row);
        }
        expect(rows.total).toBe(above);
      }),
    );
  });
});

/** One by one, with a heading wherever the day is another than that of the row before. */
function writtenOut(times: readonly bigint[], order: EventOrder): readonly number[] {
  const rows: number[] = order === 'oldest' ? [0] : [];
  let before: bigint | null = null;
  for (let step = 1; step <= times.length; step += 1) {
    const ordinal = order === 'newest' ? times.length + 1 - step : step;
    const day = (times[ordinal - 1] ?? 0n) / DAY;
    if (day !== before && rows.length > 0) rows.push(-ordinal);
    before = day;
    rows.push(ordinal);
  }
  return order === 'newest' ? [...rows, 0] : rows;
}

it('the days of a filtered list are those of the events that it shows', () => {
  const cases = fc.integer({ min: 1, max: 30 }).chain((length) =>
    fc.tuple(
      fc.constant(length),
      fc.uniqueArray(fc.integer({ min: 1, max: length })).map((all) => all.sort((a, b) => a - b)),
      fc.uniqueArray(fc.integer({ min: 2, max: length + 1 })).map((all) => [1, ...all.sort((a, b) => a - b)]),
    ),
  );
  fc.assert(
    fc.property(cases, ([length, ordinals, firsts]) => {
      const days = firsts.filter((first) => first <= length).map((first, day) => [first, day] as const);
      const dayOf = (ordinal: number) => days.findLast(([first]) => first <= ordinal)?.[1];
      const shown = ordinals.map(dayOf);
      const naive = shown.flatMap((day, index) =>
        day === undefined || day === shown[index - 1] ? [] : [[index + 1, day]],
      );
      const rank = (ordinal: number) => ordinals.filter((one) => one <= ordinal).length;
      expect(daysOfPlaces(days, { count: ordinals.length, rank })).toEqual(naive);
    }),
  );
});

describe('days of a zone', () => {
  it('are those of every single event, whatever the clock does', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns');
    const gaps = fc.array(fc.integer({ min: 0, max: 40 * 3_600_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(zones, gaps, (zone, list) => {
        let at = Date.UTC(2026, 2, 25);
        const { columns } = streamAt(...list.map((gap) => (at += gap)));
        const { toLocal } = wallClock(zone);
        const expected: DayStretch[] = [];
        for (let ordinal = 1; ordinal <= columns.length; ordinal += 1) {
          const day = Math.floor(toLocal(columns.origin + (columns.at[ordinal - 1] ?? 0)) / 86_400_000);
          if (expected.at(-1)?.[1] !== day) expected.push([ordinal, day]);
        }
        expect(daysInZone(columns, zone)).toEqual(expected);
      }),
    );
  });
});
