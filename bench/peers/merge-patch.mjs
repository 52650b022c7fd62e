/** RFC 7396, in place, as a reducer of a peer's is written by hand. */
export function mergePatch(target, patch) {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) return patch;
  const merged = target === null || typeof target !== 'object' || Array.isArray(target) ? {} : target;
  for (const key of Object.keys(patch)) {
    if (patch[key] === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], patch[key]);
  }
  return merged;
}
