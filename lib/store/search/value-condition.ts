/** Whether a change gave its field such a value, over rows `c` of the change log. Law: it holds where core's `meetsTest` does. */
import { canonicalText, type ExactValue, type Order, type Pattern, type ValueTest } from '#core';
import { isHoldable } from '../read-models/holdable-text.ts';
import { valueKey } from '../read-models/value-key.ts';
import type { Binder } from './binder.ts';
import { literalInLike } from './like-pattern.ts';
import { numberInOrder } from './number-in-order.ts';

/** Neither what is gone nor what is an object or an array is a value. */
const IS_VALUE = "c.value IS NOT NULL AND left(c.value, 1) NOT IN ('{', '[')";

export function valueCondition(test: ValueTest, bind: Binder['bind']): string {
  switch (test.op) {
    case '=':
      return equals(test.value, bind);
    case '!=':
      return `(${IS_VALUE} AND NOT ${equals(test.value, bind)})`;
    default:
      return inOrder(test.op, test.value, bind);
  }
}

function equals(
  value: ExactValue | { readonly kind: 'pattern'; readonly pattern: Pattern },
  bind: Binder['bind'],
): string {
  if (value.kind === 'pattern') return meetsPattern(value.pattern, bind);
  return `(c.value_key = ANY(${bind(keysOf(value), 'bigint[]')}))`;
}

/** Of the leaf texts that a value equals. */
export const keysOf = (value: ExactValue): readonly bigint[] => textsOf(value).map((text) => valueKey(text));

/** The leaf texts that a value equals; of a number, one of its many spellings. */
function textsOf(value: ExactValue): readonly string[] {
  const asString = canonicalText(value.text);
  return value.kind === 'text' ? [asString] : [value.text, asString];
}

/** Of a value that is cut only the beginning is there to be looked at. */
function meetsPattern({ pieces }: Pattern, bind: Binder['bind']): string {
  const written = pieces.map((piece) => literalInLike(canonicalText(piece).slice(1, -1)));
  const whole = `(NOT c.is_cut AND c.value LIKE ${bind(`"${written.join('%')}"`, 'text')})`;
  const isBeginning = pieces.length === 2 && pieces[1] === '';
  return isBeginning ? `(${whole} OR (c.is_cut AND c.value LIKE ${bind(`"${written[0]}%`, 'text')}))` : whole;
}

/** The first character tells strings from all else, so that nothing else is read as one. */
function inOrder(op: Order, value: ExactValue, bind: Binder['bind']): string {
  if (value.kind === 'number')
    return `(${numberInOrder(op, value.text, 'c.number', (number) => bind(number, 'numeric'))})`;
  if (!isHoldable(value.text)) return 'false';
  const string = `(searchable_json(c.value) #>> '{}') COLLATE "C"`;
  return `(left(c.value, 1) = '"' AND NOT c.is_cut AND ${string} ${op} ${bind(value.text, 'text')})`;
}
