/**
 * When the events of the entities of a page were, for a small picture beside each. Where it takes the database too long there is none:
 * a page does not fail for want of a picture.
 */
import { type Axis, ok } from '#core';
import type { FoundDensity } from '#store';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';

export const DENSITY_PARTS = 40;

/** null: they have no searchable event, or it took too long. */
export async function entityDensity(
  _viewer: Viewer,
  { store }: Pick<App, 'store'>,
  question: {
    readonly namespace: string;
    readonly axis: Axis;
    readonly entities: readonly { readonly entityType: string; readonly entityId: string }[];
  },
): Promise<FoundDensity | null> {
  const { namespace, axis } = question;
  const entities = question.entities.map(({ entityType, entityId }) => ({ entityType, entityId }));
  const found = await unlessTooSlow(async () =>
    ok(await store.density({ namespace, axis, entities, parts: DENSITY_PARTS })),
  );
  return found.ok ? found.value : null;
}
