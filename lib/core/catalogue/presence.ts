/**
 * How often a place has a value, in words. Shares are floored, so that what is missing once is not said to be always there.
 */
import type { ShapeField } from './shape-fields.ts';

/** `100 %`, `99.9 %`, `< 0.1 %`; of maps and arrays `2.5 each`. */
export function presenceText({
  placeIn,
  count,
  around,
}: Pick<ShapeField, 'placeIn' | 'count' | 'around'>): string {
  if (around === 0) return '0 %';
  if (placeIn === 'element' || placeIn === 'value') return `${Math.floor((10 * count) / around) / 10} each`;
  const permille = Math.floor((1_000 * count) / around);
  return permille === 0 ? '< 0.1 %' : `${permille / 10} %`;
}
