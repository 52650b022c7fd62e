/**
 * The RFC 8785 form of a value (JSON Canonicalization Scheme), the bytes that commitments are computed over.
 *
 * Law: equal values give equal text, and any conforming implementation gives the same. Numbers are doubles there, so
 * `1.10` becomes `1.1`; a text that must keep literals is canonicalText's.
 */
import canonicalize from 'canonicalize';
import { fail, ok, type Result } from '../result.ts';
import { literalOf } from './number.ts';
import { isWellFormed } from './unicode.ts';
import { isJsonArray, isJsonObject, type Json, NumberLiteral, setOwn } from './value.ts';

/** Fails with CS-109 for an unpaired surrogate, in keys too, and for a number that no finite double is near. */
export function jcs(value: Json): Result<string> {
  const refusal = refusalIn(value);
  if (refusal !== null) return fail('CS-109', refusal);
  return ok(canonicalize(withDoubles(value)) ?? '');
}

function refusalIn(json: Json): string | null {
  if (typeof json === 'string') {
    return isWellFormed(json) ? null : 'A text with an unpaired surrogate has no canonical form.';
  }
  if (json instanceof NumberLiteral || typeof json === 'number') {
    return Number.isFinite(Number(literalOf(json)))
      ? null
      : `The number ${literalOf(json)} has no canonical form.`;
  }
  const parts = isJsonArray(json)
    ? json
    : isJsonObject(json)
      ? [...Object.keys(json), ...Object.values(json)]
      : [];
  for (const part of parts) {
    const refusal = refusalIn(part);
    if (refusal !== null) return refusal;
  }
  return null;
}

function withDoubles(json: Json): Json {
  if (json instanceof NumberLiteral) return Number(json.literal);
  if (isJsonArray(json)) return json.map(withDoubles);
  if (!isJsonObject(json)) return json;
  const object: Record<string, Json> = {};
  for (const key of Object.keys(json)) setOwn(object, key, withDoubles(json[key] ?? null));
  return object;
}
