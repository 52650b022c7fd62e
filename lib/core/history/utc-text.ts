/**
 * Seconds since 1970 and their RFC 3339 text in UTC, `2026-03-03T14:02:11Z`, by arithmetic alone: Date takes several times as long,
 * and a diff spells hundreds of them.
 *
 * Law: secondsAt(text, 1) gives back the seconds of every text that utcText makes, and NaN for what it never makes
 * (`2026-02-30…`, `…T24:00:00`). Years 0 to 9999; the calendar is the proleptic Gregorian (Howard Hinnant, chrono-compatible
 * low-level date algorithms).
 */
const DAY = 86_400;
/** Days from 0000-03-01, where the years of the algorithm begin, to 1970-01-01. */
const EPOCH = 719_468;
const DAYS_OF_400_YEARS = 146_097;

/** The UTF-16 unit of "0". */
const ZERO = 48;

/** `"2026-03-03T14:02:11`, with the quote and without the `Z`; '' outside of the years 0 to 9999. */
export function utcText(seconds: number): string {
  const day = Math.floor(seconds / DAY);
  const second = seconds - day * DAY;
  const days = day + EPOCH;
  const era = Math.floor(days / DAYS_OF_400_YEARS);
  const dayOfEra = days - era * DAYS_OF_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - daysBefore(yearOfEra);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - daysFromMarch(monthFromMarch) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!(year >= 0 && year <= 9_999)) return '';
  const hour = Math.floor(second / 3_600);
  const minute = Math.floor(second / 60) % 60;
  return textOf(year, month, dayOfMonth, hour, minute, second % 60);
}

/** All units at once give a text that is flat from the beginning, which pieces put together would not. */
function textOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): string {
  const century = Math.floor(year / 100);
  const rest = year - century * 100;
  return String.fromCharCode(
    0x22,
    ZERO + Math.floor(century / 10),
    ZERO + (century % 10),
    ZERO + Math.floor(rest / 10),
    ZERO + (rest % 10),
    0x2d,
    ZERO + Math.floor(month / 10),
    ZERO + (month % 10),
    0x2d,
    ZERO + Math.floor(day / 10),
    ZERO + (day % 10),
    0x54,
    ZERO + Math.floor(hour / 10),
    ZERO + (hour % 10),
    0x3a,
    ZERO + Math.floor(minute / 10),
    ZERO + (minute % 10),
    0x3a,
    ZERO + Math.floor(second / 10),
    ZERO + (second % 10),
  );
}

/** The seconds that the 19 characters from `at` on say, NaN where they are not such a text. */
export function secondsAt(text: string, at: number): number {
  const year = numberAt(text, at, 4);
  const month = numberAt(text, at + 5, 2);
  const day = numberAt(text, at + 8, 2);
  const hour = numberAt(text, at + 11, 2);
  const minute = numberAt(text, at + 14, 2);
  const second = numberAt(text, at + 17, 2);
  const isShaped =
    text[at + 4] === '-' &&
    text[at + 7] === '-' &&
    text[at + 10] === 'T' &&
    text[at + 13] === ':' &&
    text[at + 16] === ':';
  const isTime = hour < 24 && minute < 60 && second < 60;
  if (!isShaped || !isTime || !(day >= 1 && day <= daysOfMonth(year, month))) return Number.NaN;
  return daysTo(year, month, day) * DAY + hour * 3_600 + minute * 60 + second;
}

/** The number that so many digits from `at` on say, NaN where there is anything else. */
export function numberAt(text: string, at: number, digits: number): number {
  let number = 0;
  for (let index = at; index < at + digits; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Since 1970-01-01. */
function daysTo(year: number, month: number, day: number): number {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = daysFromMarch(monthFromMarch) + day - 1;
  return era * DAYS_OF_400_YEARS + daysBefore(fromMarch - era * 400) + dayOfYear - EPOCH;
}

/** Of an era, before its year with this number. */
const daysBefore = (year: number): number => year * 365 + Math.floor(year / 4) - Math.floor(year / 100);

const daysFromMarch = (month: number): number => Math.floor((153 * month + 2) / 5);

/** 0 for a month that there is not. */
function daysOfMonth(year: number, month: number): number {
  if (!(month >= 1 && month <= 12)) return 0;
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
