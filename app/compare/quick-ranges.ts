import { instantParts } from '#client/instant-text';
import type { QuickRange } from '#components/compare/quick-ranges';
import { formatInstant, readTime } from '#core';

const HOUR = 3_600_000_000n;
const DAY = 24n * HOUR;
export const WEEK = 7n * DAY;

/** The longest comes last. `newest`: when the newest event was recorded, in microseconds; `zone`: whose months are meant. */
export function quickRanges(newest: bigint, zone: string): readonly QuickRange[] {
  const month = readTime(instantParts(newest, zone).date.slice(0, 7), { now: newest, zone });
  return [
    { words: 'Last hour', from: formatInstant(newest - HOUR) },
    { words: 'Last day', from: formatInstant(newest - DAY) },
    { words: 'Last week', from: formatInstant(newest - WEEK) },
    ...(month.ok ? [{ words: 'This month', from: formatInstant(month.value.start) }] : []),
    { words: 'Everything', from: '@0' },
  ];
}
