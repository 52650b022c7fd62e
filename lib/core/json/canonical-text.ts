/**
 * The one text of a value: keys ascending by UTF-16 unit, no whitespace, number literals as written, strings as
 * JSON.stringify spells them (unpaired surrogates as `\udxxx`).
 *
 * Law: canonicalText(a) = canonicalText(b) exactly when equalJson(a, b). It differs from RFC 8785 (see jcs.ts) in that
 * it rewrites no number and refuses no string.
 */
import { literalOf } from './number.ts';
import { isJsonArray, type Json, NumberLiteral } from './value.ts';

export function canonicalText(json: Json): string {
  if (typeof json === 'string') return JSON.stringify(json);
  if (typeof json === 'number' || json instanceof NumberLiteral) return literalOf(json);
  if (json === null || typeof json === 'boolean') return String(json);
  if (isJsonArray(json)) return `[${json.map(canonicalText).join(',')}]`;
  const members = Object.keys(json)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalText(json[key] ?? null)}`);
  return `{${members.join(',')}}`;
}
