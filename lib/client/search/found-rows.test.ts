import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decodeFoundPlace } from '#wire';
import { MOST_SHOWN } from './arrived-events.ts';
import { LEARN_MS } from './changes-learner.ts';
import { foundEvent as event } from './found-event.fixture.ts';
import { type PagePlace, placeOf } from './found-question.ts';
import { FoundRows, MOST_ROWS } from './found-rows.ts';

const PAGE = 100;
/** Of all events. */
const TIME = BigInt(Date.parse('2026-03-03T14:02:11Z')) * 1000n;

/** As the server answers: all events have one time, so that their positions order them. */
function served(log: { positions: readonly number[] }, direction: 'asc' | 'desc') {
  return async ({ after, isBack }: PagePlace, limit: number) => {
    if (limit < 1) throw new Error('Ask for one row at least.');
    const isUp = (direction === 'asc') !== isBack;
    const ordered = [...log.positions].sort((a, b) => (isUp ? a - b : b - a));
    const place = after === null ? null : decodeFoundPlace(after);
    const behind = place?.ok === true ? (place.value.at < TIME ? 0n : place.value.position) : null;
    const rest = ordered.filter(
      (position) => behind === null || (isUp ? position > behind : position < behind),
    );
    const events = rest.slice(0, limit).map(event);
    const last = events.at(-1);
    return {
      searchedTo: '8000',
      events,
      next: rest.length > limit && last !== undefined ? placeOf('recorded', last) : null,
    };
  };
}

function rowsOf(
  log: { positions: readonly number[] },
  anchor: number | null,
  direction: 'asc' | 'desc' = 'desc',
) {
  return new FoundRows({
    ask: served(log, direction),
    placeOf: (found) => placeOf('recorded', found),
    anchor: anchor === null ? null : placeOf('recorded', event(anchor)),
    direction,
    first: null,
  });
}

/** Asks until nothing more comes. */
async function settle(rows: FoundRows, from: number, to: number): Promise<void> {
  for (let before = -1; before !== rows.revision(); ) {
    before = rows.revision();
    rows.need(from, to);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const upTo = (last: number) => Array.from({ length: last }, (_, nth) => nth + 1);
const shown = (rows: FoundRows) =>
  Array.from({ length: rows.end - rows.start }, (_, nth) => Number(rows.at(rows.start + nth)?.position));

describe('the rows of a search', () => {
  it('are all that there are, in order, from wherever they were opened', async () => {
    const cases = fc.record({
      length: fc.integer({ min: 1, max: 450 }),
      anchor: fc.option(fc.integer({ min: 1, max: 450 })),
      direction: fc.constantFrom('asc' as const, 'desc' as const),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ length, anchor, direction }) => {
        const at = anchor === null ? null : Math.min(anchor, length);
        const rows = rowsOf({ positions: upTo(length) }, at, direction);
        await settle(rows, -1000, 1000);
        expect(shown(rows)).toEqual(direction === 'asc' ? upTo(length) : upTo(length).reverse());
        expect([rows.beginsHere, rows.endsHere]).toEqual([true, true]);
        if (at !== null) expect(rows.at(0)?.position).toBe(String(at));
      }),
    );
  });

  it('were searched as far as those in front of the place are, where they are opened at one', () => {
    const answer = (position: number, searchedTo: string) => ({
      events: [event(position)],
      next: null,
      searchedTo,
    });
    const [forward, back] = [answer(5, '10'), answer(12, '12')];
    const opened = (first: { forward: typeof forward; back: typeof back | null }) =>
      new FoundRows({
        ask: () => Promise.reject(new Error('Nothing is missing.')),
        placeOf: (one) => placeOf('position', one),
        anchor: first.back === null ? null : placeOf('position', event(5)),
        direction: 'desc',
        first,
      });
    expect(opened({ forward, back: null }).searchedTo).toBe('10');
    expect(opened({ forward, back }).searchedTo).toBe('12');
  });

  it('are let go when they are many, and come again at the same places', async () => {
    const rows = rowsOf({ positions: upTo(5000) }, null);
    for (let at = 0; at < 5000; at += PAGE) await settle(rows, at, at + 150);
    expect(rows.end).toBe(5000);
    expect(shown(rows).filter((position) => !Number.isNaN(position)).length).toBeLessThanOrEqual(MOST_ROWS);
    expect(rows.at(10)).toBeNull();
    await settle(rows, 0, 40);
    expect(rows.at(10)?.position).toBe('4990');
  });

  it('lose none that came meanwhile', async () => {
    const log = { positions: upTo(8000).map((nth) => nth * 2) };
    const rows = rowsOf(log, null, 'asc');
    for (let at = 0; at < 5000; at += PAGE) await settle(rows, at, at + 150);
    log.positions = [...log.positions, 51];
    await settle(rows, 0, 300);
    expect(shown(rows).slice(0, 200)).toEqual([
      ...upTo(25).map((nth) => nth * 2),
      51,
      ...upTo(199)
        .map((nth) => nth * 2)
        .slice(25),
    ]);
  });

  it('know a row that was chosen by its place', async () => {
    const rows = rowsOf({ positions: upTo(5000) }, null);
    await settle(rows, 0, 40);
    const place = rows.choose(7) ?? '';
    for (let at = 0; at < 5000; at += PAGE) await settle(rows, at, at + 150);
    expect(rows.at(7)).toBeNull();
    expect(rows.ordinalOf(place)).toBe(7);
    expect(rows.ordinalOf('0.4993')).toBeNull();
  });

  it('say why they do not come, and come when they are asked for again', async () => {
    const answers = served({ positions: upTo(5) }, 'desc');
    let isDown = true;
    const rows = new FoundRows({
      ask: (place, limit) =>
        isDown ? Promise.reject(new Error('The server could not be reached.')) : answers(place, limit),
      placeOf: (found) => placeOf('recorded', found),
      anchor: null,
      direction: 'desc',
      first: null,
    });
    await settle(rows, 0, 40);
    expect(rows.problem?.message).toBe('The server could not be reached.');
    isDown = false;
    rows.tryAgain();
    await settle(rows, 0, 40);
    expect(shown(rows)).toEqual([5, 4, 3, 2, 1]);
  });

  it('holds what came since in front of the rest, also when it was let go and comes again', async () => {
    const log = { positions: Array.from({ length: 250 }, (_, nth) => nth + 1) };
    const rows = rowsOf(log, null);
    await settle(rows, 0, 1);
    for (const size of [1, 60, 60, 250, 3_200, 7]) {
      const newest = log.positions.length;
      const came = Array.from({ length: size }, (_, nth) => newest + nth + 1);
      log.positions = [...log.positions, ...came];
      expect(rows.prepend({ newest: came.reverse().map(event), pages: [] })).toBe(true);
    }
    expect(rows.beginsHere).toBe(true);
    const newest = log.positions.length;
    expect(rows.at(rows.start)?.position).toBe(String(newest));
    // Far below, so that what is in front is let go.
    while (!rows.endsHere) await settle(rows, rows.end - 1, rows.end + 1);
    expect(rows.at(rows.start)).toBeNull();
    for (let ordinal = rows.end - 1; ordinal > rows.start || !rows.beginsHere; ordinal -= 20)
      await settle(rows, ordinal - 40, ordinal + 1);
    for (let ordinal = rows.start; ordinal < rows.start + 40; ordinal += 1)
      expect(rows.at(ordinal)?.position).toBe(String(newest - (ordinal - rows.start)));
    expect(rows.end - rows.start).toBe(newest);
  });

  it('puts nothing in front of rows in front of which others may be', async () => {
    const rows = rowsOf({ positions: [1, 2, 3, 4] }, 2);
    await settle(rows, 0, 1);
    expect(rows.prepend({ newest: [event(5)], pages: [] })).toBe(false);
  });

  it('looks up of what came since whatever was told by its place alone, when it comes into sight', async () => {
    const pages = fc.array(fc.integer({ min: 1, max: PAGE }), { maxLength: 6 });
    const arrivals = fc.array(fc.tuple(pages, fc.integer({ min: 1, max: 150 })), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 250 }), arrivals, async (before, all) => {
        const log = { positions: upTo(before) };
        const rows = rowsOf(log, null);
        await settle(rows, 0, 1);
        for (const [sizes, newest] of all) arrive(rows, log, sizes, newest);
        const { start } = rows;
        const middle = Math.trunc((start + rows.end) / 2);
        await settle(rows, middle, middle + 30);
        // What is in front of what is read stays known, and so whoever reads stays where they are.
        expect([rows.start, rows.beginsHere]).toEqual([start, true]);
        while (!rows.endsHere) await settle(rows, rows.end - 1, rows.end + 1);
        await settle(rows, rows.start, rows.end);
        expect(shown(rows)).toEqual([...log.positions].reverse());
        expect(rows.start).toBe(start);
      }),
    );
  });

  it('ask for none again where there was none', async () => {
    const log = { positions: upTo(0) };
    const rows = rowsOf(log, null);
    await settle(rows, 0, 1);
    arrive(rows, log, [], MOST_ROWS + PAGE);
    await settle(rows, rows.start, rows.start + 30);
    await settle(rows, rows.end - 30, rows.end + 30);
    expect([rows.problem, rows.at(rows.end - 1)?.position]).toEqual([null, '1']);
  });

  it('know no more of the far end than is ever scrolled back to, and ask for it like anything else', async () => {
    const log = { positions: upTo(PAGE) };
    const rows = rowsOf(log, null);
    await settle(rows, 0, 1);
    for (let round = 0; round < 30; round += 1)
      arrive(
        rows,
        log,
        Array.from({ length: 19 }, () => PAGE),
        PAGE,
      );
    const newest = log.positions.length;
    expect(rows.end - rows.start).toBe(MOST_SHOWN);
    expect(rows.endsHere).toBe(false);
    const end = rows.end;
    await settle(rows, end - 1, end + 1);
    expect(rows.end).toBe(end + PAGE);
    for (const ordinal of [end - 1, end, end + PAGE - 1])
      expect(rows.at(ordinal)?.position).toBe(String(newest - (ordinal - rows.start)));
  });
});

/** Pages of these sizes of which only the place is told, and so many events in front of them. */
function arrive(
  rows: FoundRows,
  log: { positions: readonly number[] },
  sizes: readonly number[],
  newest: number,
): void {
  let last = log.positions.length;
  const pages = sizes.map((size) => {
    last += size;
    return { size, head: placeOf('recorded', event(last)) };
  });
  log.positions = upTo(last + newest);
  const came = Array.from({ length: newest }, (_, nth) => event(last + newest - nth));
  expect(rows.prepend({ pages, newest: came })).toBe(true);
}

describe('what rows in sight changed', () => {
  /** A log of three events, and what is known of them from the second question on. */
  function learning(known: (position: number) => boolean) {
    const log = { positions: [1, 2, 3] };
    const answers = served(log, 'desc');
    let asked = 0;
    const rows = new FoundRows({
      ask: async (place, limit) => {
        asked += 1;
        const { events, ...answer } = await answers(place, limit);
        const isKnown = ({ position }: { position: string }) => asked > 1 && known(Number(position));
        return {
          ...answer,
          events: events.map((found) => ({ ...found, changed: isKnown(found) ? 7 : null })),
        };
      },
      placeOf: (found) => placeOf('recorded', found),
      ...{ anchor: null, direction: 'desc', first: null },
    });
    const need = () => {
      rows.need(0, 3);
      // As whoever holds the rows does beside the table.
      rows.need(0, 1);
    };
    const leave = rows.subscribe(need);
    need();
    return {
      ...{ rows, log, leave, asked: () => asked },
      changed: () => [0, 1, 2].map((at) => rows.at(at)?.changed),
    };
  }

  it('is asked for again until it is known, and the rows stay', async () => {
    vi.useFakeTimers();
    try {
      let known = 2;
      const { rows, log, asked, changed } = learning((position) => position <= known);
      await vi.advanceTimersByTimeAsync(LEARN_MS - 1);
      expect(changed()).toEqual([null, null, null]);
      await vi.advanceTimersByTimeAsync(1);
      expect(changed()).toEqual([null, 7, 7]);
      const second = rows.at(1);
      // What came since stands in front of all that is shown, and is none of it.
      log.positions.push(...Array.from({ length: 200 }, (_none, nth) => nth + 4));
      known = 3;
      await vi.advanceTimersByTimeAsync(LEARN_MS);
      expect(changed()).toEqual([7, 7, 7]);
      expect(rows.at(1)).toBe(second);
      await vi.advanceTimersByTimeAsync(10 * LEARN_MS);
      expect(asked()).toBe(3);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is asked for no more when nobody looks', async () => {
    vi.useFakeTimers();
    try {
      const { leave, asked } = learning(() => false);
      await vi.advanceTimersByTimeAsync(LEARN_MS);
      expect(asked()).toBe(2);
      leave();
      await vi.advanceTimersByTimeAsync(10 * LEARN_MS);
      expect(asked()).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });
});
