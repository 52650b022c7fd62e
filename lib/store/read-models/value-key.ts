/** What stands for the value of a leaf in an index: equal for equal values, numbers by what they are and not by how they are written. */
import { hash } from 'node:crypto';
import { decimalOf } from '#core';

/** `text`: JSON text of a leaf. A signed number of 64 bits. */
export function valueKey(text: string): bigint {
  return hash('sha256', spelled(text), 'buffer').readBigInt64BE(0);
}

function spelled(text: string): string {
  if (!isNumber(text)) return text;
  const { negative, digits, exponent } = decimalOf(text);
  return `${negative ? '-' : ''}${digits}e${exponent}`;
}

/** Of JSON texts, those that begin so are numbers. */
export function isNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === 45 || (first >= 48 && first <= 57);
}

/** The text where PostgreSQL holds that number, else null. */
export function numericText(text: string): string | null {
  if (!isNumber(text)) return null;
  const { digits, exponent } = decimalOf(text);
  return exponent >= -MOST_BEHIND && exponent + BigInt(digits.length) <= MOST_BEFORE ? text : null;
}

/** Digits behind the point and before it, as NUMERIC has them. */
const MOST_BEHIND = 16_383n;
const MOST_BEFORE = 131_072n;
