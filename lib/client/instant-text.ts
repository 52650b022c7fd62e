/** Instants as people read them: always absolute, always with the zone, microseconds kept where there are any. */
import { durationWords, secondsAheadAt } from '#core';

const UTC = 'UTC';

export interface InstantParts {
  /** `2026-03-03` */
  readonly date: string;
  /** `14:02:11`, with 3 or 6 digits where the instant has them. */
  readonly time: string;
  /** `UTC`, or of another zone how far its clock is ahead then: `+01:00`. */
  readonly offset: string;
}

/** `zone` is a name of the tz database. */
export function instantParts(micros: bigint, zone = UTC): InstantParts {
  const ahead = secondsAheadAt(zone, micros);
  const local = micros + BigInt(ahead) * 1_000_000n;
  const fraction = ((local % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const iso = new Date(Number((local - fraction) / 1000n)).toISOString();
  return {
    date: iso.slice(0, 10),
    time: `${iso.slice(11, 19)}${fractionText(fraction)}`,
    offset: zone === UTC ? UTC : offsetText(ahead),
  };
}

/** `2026-03-03 14:02:11.500 UTC`, `2026-03-03 15:02:11.500 +01:00` */
export function instantText(micros: bigint, zone = UTC): string {
  const { date, time, offset } = instantParts(micros, zone);
  return `${date} ${time} ${offset}`;
}

/** `3 March 2026, 14:02:11.500 UTC`, for sentences. */
export function spelledInstant(micros: bigint, zone = UTC): string {
  const { date, time, offset } = instantParts(micros, zone);
  const [year = '', month, day] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}, ${time} ${offset}`;
}

/** `2026-03-03 14:02:11.500`, where the zone stands beside it. */
export function clockText(micros: bigint, zone = UTC): string {
  const { date, time } = instantParts(micros, zone);
  return `${date} ${time}`;
}

/** `14:02:11`, where a heading says the day and the zone. */
export function timeText(micros: bigint, zone = UTC): string {
  const local = micros + BigInt(secondsAheadAt(zone, micros)) * 1_000_000n;
  const seconds = Number((((local % DAY) + DAY) % DAY) / 1_000_000n);
  const pair = (value: number) => String(value).padStart(2, '0');
  return `${pair(Math.floor(seconds / 3600))}:${pair(Math.floor(seconds / 60) % 60)}:${pair(seconds % 60)}`;
}

const DAY = 86_400_000_000n;

/** RFC 3339, as links, citations and `datetime` attributes want it. */
export function instantIso(micros: bigint, zone = UTC): string {
  const { date, time, offset } = instantParts(micros, zone);
  return `${date}T${time}${offset === UTC ? 'Z' : offset}`;
}

/** `+01:00`, `-03:30`; to the second where a zone's old local time asks for it. */
export function offsetText(seconds: number): string {
  const size = Math.abs(seconds);
  const parts = [
    Math.floor(size / 3600),
    Math.floor(size / 60) % 60,
    ...(size % 60 === 0 ? [] : [size % 60]),
  ];
  return `${seconds < 0 ? '-' : '+'}${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** `Tue 3 March 2026` */
export function dayText(micros: bigint): string {
  const { date } = instantParts(micros);
  const day = new Date(`${date}T00:00:00Z`);
  const name = WEEKDAYS[day.getUTCDay()] ?? '';
  return `${name} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''} ${day.getUTCFullYear()}`;
}

/** The distance between two instants, in at most two units and rounded: `+2.4 s`, `−3 d 4 h`, `±0`. */
export function gapText(from: bigint, to: bigint): string {
  const micros = to - from;
  if (micros === 0n) return '±0';
  const sign = micros > 0n ? '+' : '−';
  return `${sign}${durationWords(micros > 0n ? micros : -micros)}`;
}

function fractionText(fraction: bigint): string {
  if (fraction === 0n) return '';
  const digits = String(fraction).padStart(6, '0');
  return `.${digits.endsWith('000') ? digits.slice(0, 3) : digits}`;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
