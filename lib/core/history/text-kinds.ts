/**
 * Kinds of JSON text that are written smaller as a number: decimals with at most three places, and instants of one shape.
 *
 * Law: textOfNumber(kind, numberOfText(kind, text)) = text, for every text that the kind takes. A text that would not come back
 * letter for letter (`1.10`, `2026-03-03T24:00:00Z`) is not taken.
 */

/** Kind 0 is text. The others are tried in this order; the first that takes all texts of a path is used. */
export const TEXT_KINDS = [
  'text',
  'integer',
  'tenths',
  'hundredths',
  'thousandths',
  'seconds',
  'milliseconds',
  'microseconds',
] as const;

const FIRST_INSTANT_KIND = 5;
/** The distance of any two numbers nearer to 0 is one that a double holds. */
const FAR = 2 ** 52;

/** What an instant is counted from: the number that the kind gives to an event's occurredAt, in microseconds; 0 for decimals. */
export function originOf(kind: number, occurredAt: number): number {
  if (kind < FIRST_INSTANT_KIND || Math.abs(occurredAt) >= FAR) return 0;
  return Math.floor(occurredAt / 1_000 ** (2 - (kind - FIRST_INSTANT_KIND)));
}

export function isInstant(kind: number): boolean {
  return kind >= FIRST_INSTANT_KIND;
}

/** The number for a text, or null where the kind does not take it. Kinds are 1 and up. */
export function numberOfText(kind: number, text: string): number | null {
  const number =
    kind < FIRST_INSTANT_KIND ? decimal(kind - 1, text) : instant(kind - FIRST_INSTANT_KIND, text);
  return number !== null && Math.abs(number) < FAR && textOfNumber(kind, number) === text ? number : null;
}

export function textOfNumber(kind: number, number: number): string {
  if (kind < FIRST_INSTANT_KIND) return String(number / 10 ** (kind - 1));
  return `"${instantText(number, 3 * (kind - FIRST_INSTANT_KIND))}"`;
}

/** `units` of 10^-decimals seconds since 1970 as RFC 3339 in UTC; Date is used for its calendar alone. */
function instantText(units: number, decimals: number): string {
  const scale = 10 ** decimals;
  const seconds = Math.floor(units / scale);
  const whole = new Date(seconds * 1_000);
  if (Number.isNaN(whole.getTime())) return '';
  const text = whole.toISOString().slice(0, -5);
  return decimals === 0 ? `${text}Z` : `${text}.${String(units - seconds * scale).padStart(decimals, '0')}Z`;
}

function decimal(places: number, text: string): number | null {
  // Short enough that no double between two such numbers is another one.
  return /^-?\d{1,12}(?:\.\d{1,3})?$/.test(text) ? Math.round(Number(text) * 10 ** places) : null;
}

const SHAPES = [
  /^"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"$/,
  /^"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"$/,
  /^"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"$/,
];

/** In units of the last digit. */
function instant(shape: number, text: string): number | null {
  if (SHAPES[shape]?.test(text) !== true) return null;
  const seconds = Date.parse(`${text.slice(1, 20)}Z`) / 1_000;
  return seconds * 1_000 ** shape + (shape === 0 ? 0 : Number(text.slice(21, -2)));
}
