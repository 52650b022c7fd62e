/** What is in a namespace, now or at an instant. */
import { type Axis, formatInstant, ok, type Problem, queryText, type Result } from '#core';
import type { HeldThen } from '#store';
import type { OverviewAnswer } from '#wire';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';
import { findEvents } from './find-events.ts';
import { exactly } from './overview-queries.ts';

type Held = OverviewAnswer['store'];

export async function heldNow({ store }: Pick<App, 'store'>, namespace: string): Promise<Result<Held>> {
  const { newest, ...counted } = await store.overview(namespace);
  return ok({
    ...countedOf(counted),
    newest: newest.map(({ position, recordedAt, ...event }) =>
      toldOf({ ...event, position: String(position), recordedAt: formatInstant(recordedAt) }),
    ),
  });
}

const NEWEST = 20;

/** `asOf`: the instant, as it was written. CS-322: it took too long. */
export async function heldAt(
  viewer: Viewer,
  { store }: Pick<App, 'store'>,
  asked: { readonly namespace: string; readonly axis: Axis; readonly asOf: string; readonly instant: bigint },
): Promise<Result<Held, Problem>> {
  const { namespace, axis, asOf, instant } = asked;
  const held = await unlessTooSlow(async () => ok(await store.heldThen({ namespace, axis, instant })));
  if (!held.ok) return held;
  const every = { namespace, text: '', zone: 'UTC', asOf, asOfAxis: axis };
  const order = { sort: axis, direction: 'desc', after: null, limit: NEWEST } as const;
  const found = await findEvents(viewer, { store }, { ...every, ...order });
  if (!found.ok) return found;
  return ok({ ...countedOf(held.value), newest: found.value.events.map(toldOf) });
}

type Told = Held['newest'][number];

function toldOf({ position, entityType, entityId, version, type, actor, recordedAt }: Told): Told {
  return { position, entityType, entityId, version, type, actor, recordedAt };
}

function countedOf({ types, events, entities, live, notes }: HeldThen): Omit<Held, 'newest'> {
  return {
    ...{ events, entities, live },
    notes: { ...notes },
    types: types.map((type) => ({ ...type, q: queryText(exactly('entityType', type.entityType)) })),
  };
}
