/** The projections that need no code of the user's, one a kind. */
import type { ProjectionKind } from '../event.ts';
import { checkedPlaces, type DeclaredKey, keysHash } from '../keyed/key-places.ts';
import { applyPatch } from '../patch/json-patch.ts';
import { applyMergePatch } from '../patch/merge-patch.ts';
import { evolveActivity } from './activity.ts';
import type { Projection } from './projection.ts';
import { evolveRow } from './row.ts';

type BuiltInKind = Exclude<ProjectionKind, 'reducer'>;

/**
 * The number behind the kind in `hash` goes up whenever its rule changes, so that nothing folded by an older rule is served; the
 * declared keys stand in it too. Throws where `keyPlaces` would refuse them.
 */
export function builtInProjection(kind: BuiltInKind, keys: readonly DeclaredKey[] = []): Projection {
  const hash = `${kind}:1${keysHash(keys)}`;
  return { kind, name: kind, hash, keys: checkedPlaces(keys), evolve: RULES[kind] };
}

const RULES: Record<BuiltInKind, Projection['evolve']> = {
  replace: (_state, event) => ({ state: event.document, mark: null }),
  merge: (state, event) => ({ state: applyMergePatch(state, event.document), mark: null }),
  patch: (state, event) => {
    const patched = applyPatch(state, event.document);
    return patched.ok
      ? { state: patched.value, mark: null }
      : { state, mark: { kind: 'foldError', message: patched.error.message } };
  },
  row: evolveRow,
  activity: evolveActivity,
};
