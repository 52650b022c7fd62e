/** Times that are worth offering, from what of one is written. */
import { parseQuery, type QueryClock, timesOf } from '#core';
import { instantParts, instantText } from '../instant-text.ts';
import type { Choice } from './choice.ts';

/** `typed` is the beginning of a time; the note says where each begins. */
export function timeChoices(typed: string, clock: QueryClock): readonly Choice[] {
  return offered(typed, clock)
    .filter(({ value }) => value.startsWith(typed))
    .flatMap(({ value, words }) => {
      const begins = beginningOf(value, clock);
      return begins === null
        ? []
        : [
            {
              value,
              text: value,
              note: `${words}: ${instantText(begins - (begins % 1_000_000n), clock.zone)}`,
            },
          ];
    });
}

interface OfferedTime {
  readonly value: string;
  readonly words: string;
}

function offered(typed: string, clock: QueryClock): readonly OfferedTime[] {
  const digits = /^(\d{1,3})(?:s|m|h|d|w|y|mo)?$/.exec(typed)?.[1];
  if (digits !== undefined)
    return UNITS.map(([unit, words]) => time(digits + unit, `${plain(digits)} ${words} ago`));
  const year = /^(\d{4})(?:-\d{0,2})?$/.exec(typed)?.[1];
  if (year !== undefined) return [time(year, 'The year from'), ...monthsOf(year)];
  const { date } = instantParts(clock.now, clock.zone);
  return [
    time('today', 'This day from'),
    time('yesterday', 'The day before, from'),
    time('1h', 'An hour ago'),
    time('24h', '24 hours ago'),
    time('7d', 'A week ago'),
    time('30d', '30 days ago'),
    time('now', 'This moment'),
    time(date.slice(0, 7), 'This month from'),
    time(date.slice(0, 4), 'This year from'),
  ];
}

const time = (value: string, words: string): OfferedTime => ({ value, words });

const plain = (digits: string) => String(Number(digits));

const UNITS: readonly (readonly [unit: string, words: string])[] = [
  ['m', 'minutes'],
  ['h', 'hours'],
  ['d', 'days'],
  ['w', 'weeks'],
  ['mo', 'months'],
  ['y', 'years'],
  ['s', 'seconds'],
];

const monthsOf = (year: string): readonly OfferedTime[] =>
  Array.from({ length: 12 }, (_none, nth) =>
    time(`${year}-${String(nth + 1).padStart(2, '0')}`, 'The month from'),
  );

/** null for what is no time, or none within the years that there are. */
function beginningOf(value: string, clock: QueryClock): bigint | null {
  const parsed = parseQuery(`occurred:${value}`, clock);
  return parsed.ok ? (timesOf(parsed.value.query, 'occurred')?.from ?? null) : null;
}
