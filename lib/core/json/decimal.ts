/**
 * A JSON number as the exact decimal that its literal says: ± digits × 10^exponent, digits without zeros at either end.
 *
 * Law: decimalOf gives equal fields exactly for numerically equal literals (`1.10` and `11e-1`, `-0` and `0`).
 */
export interface Decimal {
  readonly negative: boolean;
  /** Empty for zero. */
  readonly digits: string;
  readonly exponent: bigint;
}

/** Throws where the text is no JSON number. */
export function decimalOf(literal: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal);
  if (match === null) throw new TypeError(`${JSON.stringify(literal)} is not a number`);
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  const all = (whole + fraction).replace(/^0+/, '');
  const digits = trimZerosAtEnd(all);
  if (digits === '') return { negative: false, digits, exponent: 0n };
  const exponent =
    BigInt(power.replace('+', '')) - BigInt(fraction.length) + BigInt(all.length - digits.length);
  return { negative: sign === '-', digits, exponent };
}

export function sameDecimal(a: Decimal, b: Decimal): boolean {
  return a.negative === b.negative && a.digits === b.digits && a.exponent === b.exponent;
}

/** Negative where a < b, 0 where they are one number, positive where a > b. Costs their digits, whatever their exponents. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const size = compareSizes(a, b);
  return a.negative ? -size : size;
}

function compareSizes(a: Decimal, b: Decimal): number {
  if (a.digits === '' || b.digits === '') return a.digits.length - b.digits.length;
  const [highA, highB] = [a, b].map(({ digits, exponent }) => BigInt(digits.length) + exponent);
  if (highA !== highB) return (highA ?? 0n) < (highB ?? 0n) ? -1 : 1;
  const length = Math.max(a.digits.length, b.digits.length);
  const [one, other] = [a.digits.padEnd(length, '0'), b.digits.padEnd(length, '0')];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** floor(value × 10^power); null where its size has more than 30 digits, so that `1e999999999` costs nothing. */
export function floorScaled(value: Decimal, power: number): bigint | null {
  const exponent = value.exponent + BigInt(power);
  const size = BigInt(value.digits.length) + exponent;
  if (size > 30n) return null;
  // Every digit is behind the point, so only the sign is left of it.
  if (size <= 0n) return value.negative ? -1n : 0n;
  const whole = value.digits.slice(0, Number(size)).padEnd(Number(size), '0');
  const cut = value.digits.length > Number(size);
  if (!value.negative) return BigInt(whole);
  return -BigInt(whole) - (cut ? 1n : 0n);
}

function trimZerosAtEnd(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
