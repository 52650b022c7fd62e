/**
 * Kinds of JSON text that are written smaller as a number: decimals with at most three places, and instants of one shape.
 *
 * Law: textOfNumber(kind, numberOfText(kind, text)) = text, for every text that the kind takes. A text that would not come back
 * letter for letter (`1.10`, `2026-03-03T24:00:00Z`) is not taken.
 */
import { numberAt, secondsAt, utcText } from './utc-text.ts';

/** Kind 0 is text. The first of the others that takes all texts of a path is used. */
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

/** The first kind that takes the text, or 0. */
export function kindOfText(text: string): number {
  const kind = text.startsWith('"') ? (KIND_OF_LENGTH[text.length] ?? 0) : placesOf(text) + 1;
  return kind !== 0 && numberOfText(kind, text) !== null ? kind : 0;
}

/** The number for a text, or null where the kind does not take it. Kinds are 1 and up. */
export function numberOfText(kind: number, text: string): number | null {
  const number =
    kind < FIRST_INSTANT_KIND ? decimal(kind - 1, text) : instant(kind - FIRST_INSTANT_KIND, text);
  return Math.abs(number) < FAR ? number : null;
}

export function textOfNumber(kind: number, number: number): string {
  if (kind < FIRST_INSTANT_KIND) return kind === 1 ? wholeText(number) : decimalText(number, kind - 1);
  return instantText(number, 3 * (kind - FIRST_INSTANT_KIND));
}

/** Short enough that no double between two such numbers is another one. */
const MOST_DIGITS = 12;
const MOST_PLACES = 3;
const ZERO = 48;

/** How many decimals the text of a decimal has; −1 where it is none that a double prints so. */
function placesOf(text: string): number {
  const from = text.startsWith('-') ? 1 : 0;
  const point = text.indexOf('.');
  const end = point === -1 ? text.length : point;
  const places = point === -1 ? 0 : text.length - point - 1;
  const isShort = end > from && end - from <= MOST_DIGITS && places <= MOST_PLACES;
  if (!isShort || (point !== -1 && places === 0)) return -1;
  // `01`, `1.10` and `-0` are printed otherwise.
  if (text.charCodeAt(from) === ZERO && (end - from > 1 || (from === 1 && places === 0))) return -1;
  return places > 0 && text.charCodeAt(text.length - 1) === ZERO ? -1 : places;
}

/** The number without its point, NaN where the text is not such a one. */
function decimal(places: number, text: string): number {
  const own = placesOf(text);
  if (own === -1 || own > places) return Number.NaN;
  const isNegative = text.startsWith('-');
  const point = own === 0 ? text.length : text.length - own - 1;
  const from = isNegative ? 1 : 0;
  const whole = numberAt(text, from, point - from);
  const rest = own === 0 ? 0 : numberAt(text, point + 1, own);
  const number = (whole * 10 ** own + rest) * 10 ** (places - own);
  return isNegative ? -number : number;
}

const SCALES = [1, 10, 100, 1_000];
const SMALL = Array.from({ length: 1_000 }, (_, number) => String(number));
const THREE = SMALL.map((text) => text.padStart(3, '0'));
/** By places: what stands behind the point, without zeros at its end. */
const DECIMALS = SCALES.map((scale, places) =>
  SMALL.slice(0, scale).map((text) => text.padStart(places, '0').replace(/0+$/, '')),
);

/** What `String(number)` gives, in a fraction of the time where the engine does not happen to have it in its cache. */
function wholeText(number: number): string {
  if (!(number >= 0 && number < 1_000_000)) return String(number);
  const known = SMALL[number];
  if (known !== undefined) return known;
  const thousands = Math.floor(number / 1_000);
  return `${SMALL[thousands]}${THREE[number - thousands * 1_000]}`;
}

/** What `String(number / 10 ** places)` gives. */
function decimalText(number: number, places: number): string {
  const scale = SCALES[places] ?? 1;
  const size = Math.abs(number);
  const whole = Math.floor(size / scale);
  const rest = size - whole * scale;
  const sign = number < 0 ? '-' : '';
  return rest === 0 ? `${sign}${wholeText(whole)}` : `${sign}${wholeText(whole)}.${DECIMALS[places]?.[rest]}`;
}

/** `"2026-03-03T14:02:11Z"` with 0, 3 or 6 decimals. */
const KIND_OF_LENGTH: Readonly<Record<number, number>> = { 22: 5, 26: 6, 29: 7 };

/** In units of the last digit; NaN where the text has another shape. */
function instant(shape: number, text: string): number {
  if (KIND_OF_LENGTH[text.length] !== shape + FIRST_INSTANT_KIND) return Number.NaN;
  if (!text.startsWith('"') || !text.endsWith('Z"')) return Number.NaN;
  const seconds = secondsAt(text, 1);
  if (shape === 0) return seconds;
  return text[20] === '.' ? seconds * 1_000 ** shape + numberAt(text, 21, 3 * shape) : Number.NaN;
}

/** `units` of 10^-decimals seconds since 1970 as RFC 3339 in UTC. */
function instantText(units: number, decimals: number): string {
  const scale = SCALES[decimals] ?? 1_000_000;
  const seconds = Math.floor(units / scale);
  const text = utcText(seconds);
  if (text === '') return '""';
  const rest = units - seconds * scale;
  if (decimals === 0) return `${text}Z"`;
  if (decimals === 3) return `${text}.${THREE[rest]}Z"`;
  const thousands = Math.floor(rest / 1_000);
  return `${text}.${THREE[thousands]}${THREE[rest - thousands * 1_000]}Z"`;
}
