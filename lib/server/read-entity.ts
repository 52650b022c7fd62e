/** What there is about one entity, without folding anything. */
import type { Axis, ProjectionKind } from '#core';
import type { EntityRef } from '#store';
import type { App } from './app.ts';
import { defaultAxisOf } from './history/default-axis.ts';
import { projectionKindOf } from './history/projection-kind.ts';
import type { Viewer } from './viewer.ts';

export interface EntityOverview extends EntityRef {
  /** How many, which is the newest version. */
  readonly events: number;
  /** Its newest event removed it. */
  readonly removed: boolean;
  readonly defaultAxis: Axis;
  /** Why that is not the recorded one, in words; null where it is. */
  readonly axisReason: string | null;
  readonly projection: ProjectionKind;
  /** Microseconds. `lastRecorded` is the running maximum. */
  readonly firstRecorded: bigint;
  readonly lastRecorded: bigint;
  readonly firstOccurred: bigint;
  readonly lastOccurred: bigint;
}

/** null: no event ever named this entity. */
export async function readEntity(
  _viewer: Viewer,
  app: App,
  question: { readonly namespace: string; readonly type: string; readonly id: string },
): Promise<EntityOverview | null> {
  const ref: EntityRef = { namespace: question.namespace, entityType: question.type, entityId: question.id };
  const stream = await app.store.stream(ref);
  if (stream === null) return null;
  const { axis, reason } = defaultAxisOf(stream);
  return {
    ...ref,
    events: stream.version,
    removed: stream.removed,
    defaultAxis: axis,
    axisReason: reason,
    projection: await projectionKindOf(app, ref),
    firstRecorded: stream.firstRecorded,
    lastRecorded: stream.lastRecorded,
    firstOccurred: stream.firstOccurred,
    lastOccurred: stream.lastOccurred,
  };
}
