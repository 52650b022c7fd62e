/** The range of an overview, as it was written, in instants. */
import { beginOfDay, fail, ok, type Result, readTime, secondsAhead, type Times } from '#core';
import { type QuickRange, quickRangeOf } from '#wire';

export interface WrittenRange {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
}

const HOUR = 3_600_000_000n;

/** What is counted together: an hour of UTC or a day of the zone that the beginning cuts says little. */
const BEGINS_WITH: Readonly<Record<QuickRange, 'hour' | 'day'>> = {
  '24h': 'hour',
  '7d': 'hour',
  '30d': 'day',
  '1y': 'day',
};

/**
 * `now` in microseconds since 1970. CS-114: an end cannot be read, or the range ends before it begins. CS-121, CS-124: there is no such
 * zone.
 */
export function readOverviewRange({ from, to, zone }: WrittenRange, now: bigint): Result<Times> {
  const known = secondsAhead(zone, 0);
  if (!known.ok) return known;
  const begin = from === '' ? ok(null) : beginOf(from, { now, zone });
  if (!begin.ok) return fail('CS-114', `The range cannot begin there. ${begin.error}`);
  const end = to === '' ? ok(null) : endOf(to, { now, zone });
  if (!end.ok) return fail('CS-114', `The range cannot end there. ${end.error}`);
  if (begin.value !== null && end.value !== null && begin.value >= end.value)
    return fail('CS-114', 'The range ends before it begins. Write the earlier time first.');
  const quick = quickRangeOf({ from, to });
  if (quick === null || begin.value === null) return ok({ from: begin.value, to: end.value });
  const isDay = BEGINS_WITH[quick] === 'day';
  const hour = begin.value - (((begin.value % HOUR) + HOUR) % HOUR);
  return ok({ from: isDay ? beginOfDay(zone, begin.value) : hour, to: null });
}

interface Clock {
  readonly now: bigint;
  readonly zone: string;
}

function beginOf(text: string, clock: Clock): Result<bigint, string> {
  const read = readTime(text, clock);
  return read.ok ? ok(read.value.start) : read;
}

/** The whole of a day, a month or a year is meant, but of an instant nothing that lies behind it. */
function endOf(text: string, clock: Clock): Result<bigint, string> {
  const read = readTime(text, clock);
  if (!read.ok) return read;
  const isInstant = text.includes(':') || read.value.isBeginning;
  return ok(isInstant ? read.value.start : read.value.end);
}
