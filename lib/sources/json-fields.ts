/** Reading fields of foreign records whose shape nobody promises: what is not of the asked kind is not there. */
import { getOwn, isJsonArray, isJsonObject, type Json } from '#core';

/** The value down a path of object keys. */
export function fieldAt(json: Json | undefined, ...keys: readonly string[]): Json | undefined {
  let at = json;
  for (const key of keys) at = isJsonObject(at) ? getOwn(at, key) : undefined;
  return at;
}

/** A string that is not empty, or null. */
export function stringAt(json: Json | undefined, ...keys: readonly string[]): string | null {
  const value = fieldAt(json, ...keys);
  return typeof value === 'string' && value !== '' ? value : null;
}

export function arrayAt(json: Json | undefined, ...keys: readonly string[]): readonly Json[] {
  const value = fieldAt(json, ...keys);
  return isJsonArray(value) ? value : [];
}
