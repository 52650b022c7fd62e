import { describe, expect, it } from 'vitest';
import { EVENT_FLAGS, type EventHeader } from '#core';
import { lateVersions, marksOf } from './event-marks.ts';
import { dayOrdinalAt, eventRows, rowOffset } from './event-rows.ts';

const DAY = 86_400_000_000n;

function header(version: number, occurredAt: bigint, over: Partial<EventHeader> = {}): EventHeader {
  return {
    ordinal: version,
    version,
    position: BigInt(version),
    type: 'T',
    schemaVersion: 1,
    actor: null,
    occurredAt,
    recordedAt: occurredAt,
    recordedHigh: occurredAt,
    flags: 0,
    removed: false,
    changes: 0,
    mark: null,
    ...over,
  };
}

/** The part of a history that lists read; ordinals are versions here. */
function stream(events: readonly EventHeader[]) {
  return {
    axis: 'recorded' as const,
    length: events.length,
    event: (ordinal: number) => {
      const event = events[ordinal - 1];
      if (event === undefined) throw new Error(`no event ${ordinal}`);
      return event;
    },
    ordinalOfVersion: (version: number) => version,
  };
}

const three = stream([header(1, 5n), header(2, DAY - 1n), header(3, DAY)]);

describe('rows of the event list', () => {
  it('put a heading between days, and the place before the first event at the old end', () => {
    const newest = eventRows(three, 'newest');
    expect([...newest.rows]).toEqual([3, -2, 2, 1, 0]);
    expect([...newest.indexOf]).toEqual([4, 3, 2, 0]);
    expect([...eventRows(three, 'oldest').rows]).toEqual([0, -1, 1, 2, -3, 3]);
  });

  it('know the day of any place and the pixels above it', () => {
    const { rows } = eventRows(three, 'newest');
    expect([0, 1, 3].map((index) => dayOrdinalAt(rows, index))).toEqual([null, 2, 2]);
    expect(rowOffset(rows, 3)).toBe(44 + 28 + 44);
  });

  it('part days before 1970 at midnight too', () => {
    const { rows } = eventRows(stream([header(1, -DAY), header(2, -1n), header(3, 0n)]), 'oldest');
    expect([...rows]).toEqual([0, -1, 1, 2, -3, 3]);
  });

  it('are one row for an empty stream', () => {
    expect([...eventRows(stream([]), 'newest').rows]).toEqual([0]);
  });
});

describe('marks', () => {
  it('find what happened before an event already in the log', () => {
    const ours = { flags: EVENT_FLAGS.occurredIsOurs };
    const late = lateVersions(stream([header(1, 10n), header(2, 5n), header(3, 10n), header(4, 1n, ours)]));
    expect([...late]).toEqual([0, 1, 0, 0]);
  });

  it('are all explained', () => {
    const flags = EVENT_FLAGS.recordedWentBack | EVENT_FLAGS.notADocument;
    const marks = marksOf(header(1, 0n, { flags, removed: true }), true);
    expect(marks.map(({ text }) => text)).toEqual(['removed', 'late', 'clock back', 'not a document']);
    expect(marks.every(({ explanation }) => explanation.endsWith('.'))).toBe(true);
    expect(marksOf(header(1, 0n, { mark: { kind: 'foldError', message: 'boom' } }), false)).toEqual([
      { text: 'fold error', explanation: 'boom', tone: 'warn' },
    ]);
  });
});
