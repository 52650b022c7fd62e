/**
 * Numbers between their literal and their value.
 *
 * Law: literalOf(numberOf(l)) = l for every JSON number l. A double is used only where it prints as the literal, so
 * `1.10`, `1e2`, `-0` and `9007199254740993` stay {@link NumberLiteral}s.
 */
import { NumberLiteral } from './value.ts';

export function numberOf(literal: string): number | NumberLiteral {
  const double = Number(literal);
  return String(double) === literal ? double : new NumberLiteral(literal);
}

/** Throws where the number is NaN or infinite, which no JSON can say. */
export function literalOf(value: number | NumberLiteral): string {
  if (value instanceof NumberLiteral) return value.literal;
  if (!Number.isFinite(value)) throw new TypeError(`${value} is not a JSON number`);
  return String(value);
}
