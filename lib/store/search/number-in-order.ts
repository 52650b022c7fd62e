/** A number held against one that was asked for, in SQL or in its JSON paths. */
import { decimalOf, type Order } from '#core';
import { numericText } from '../read-models/value-key.ts';

/**
 * `column` is a number that PostgreSQL holds. What it does not hold is beyond all of those, or between zero and all of those; then the answer
 * depends on the sign of the column at most.
 */
export function numberInOrder(
  op: Order,
  literal: string,
  column: string,
  write: (number: string) => string,
): string {
  if (numericText(literal) !== null) return `${column} ${op} ${write(literal)}`;
  const { negative, digits, exponent } = decimalOf(literal);
  const asksMore = op.startsWith('>');
  if (exponent + BigInt(digits.length) > 0n)
    return `${column} ${asksMore === negative ? '>=' : '<>'} ${column}`;
  if (asksMore) return `${column} ${negative ? '>=' : '>'} ${write('0')}`;
  return `${column} ${negative ? '<' : '<='} ${write('0')}`;
}
