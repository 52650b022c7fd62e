/** Writes a payload as the demo's systems would have: keys in the order they were put in, numbers as they were spelled. */
import { NumberLiteral } from '#core';

const MARK = '\u0001';

export function payloadText(payload: unknown): string {
  const marked = JSON.stringify(payload, (_key, value: unknown) =>
    value instanceof NumberLiteral ? `${MARK}${value.literal}${MARK}` : value,
  );
  return marked.replace(/"\\u0001([^"\\]*)\\u0001"/g, '$1');
}
