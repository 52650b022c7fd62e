import type { ProjectionKind } from '#core';

/** What each kind of projection takes a payload for. */
export const KIND_WORDS: Record<ProjectionKind, string> = {
  replace: 'each payload is the whole',
  merge: 'each payload is a merge patch',
  patch: 'each payload is a JSON Patch',
  row: 'each payload is a row change',
  activity: 'what actions say about it',
  reducer: 'your own function',
};
