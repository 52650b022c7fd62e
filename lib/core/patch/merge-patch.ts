/**
 * RFC 7396 JSON Merge Patch: members of the patch replace or join those of the target, null removes.
 *
 * Law: applyMergePatch(t, {}) = t for every object t. The target is left untouched; unchanged parts are shared with the
 * answer. It cannot fail: whatever is not an object replaces the target whole.
 */
import { getOwn, isJsonObject, type Json, setOwn } from '../json/value.ts';

export function applyMergePatch(target: Json | undefined, patch: Json): Json {
  if (!isJsonObject(patch)) return patch;
  const merged: Record<string, Json> = isJsonObject(target) ? { ...target } : {};
  for (const key of Object.keys(patch)) {
    const change = patch[key] ?? null;
    if (change === null) delete merged[key];
    else setOwn(merged, key, applyMergePatch(getOwn(merged, key), change));
  }
  return merged;
}
