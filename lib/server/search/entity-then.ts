/** An entity at a moment of the occurred axis as a query sees it, from its history. */
import { asksForStates, type History, type QueriedEvent, type Query, type Result } from '#core';
import type { FoundEntity } from '#store';
import type { App } from '../app.ts';
import { openHistory } from '../history/open-history.ts';
import type { Viewer } from '../viewer.ts';

export type EntityThen = QueriedEvent;

export async function entityThen(
  viewer: Viewer,
  app: App,
  { namespace }: { readonly namespace: string },
  row: FoundEntity,
  moment: string,
  query: Query,
): Promise<Result<EntityThen>> {
  const { entityType: type, entityId: id } = row;
  const opened = await openHistory(viewer, app, {
    namespace,
    type,
    id,
    axis: 'occurred',
    upTo: row.known,
  });
  if (!opened.ok) return opened;
  if (opened.value === null) throw new Error(`${type} ${id} was listed, and has no events.`);
  const ordinal = await opened.value.ordinalOf(row.known === null ? moment : 'latest');
  if (!ordinal.ok) return ordinal;
  // Every event has to be looked at for it.
  const asksForPast = asksForStates(query, ['was']);
  return opened.value.ask((history) => queried(row, history, ordinal.value, asksForPast));
}

function queried(row: FoundEntity, history: History, ordinal: number, asksForPast: boolean): EntityThen {
  return {
    entityType: row.entityType,
    entityId: row.entityId,
    type: row.lastType,
    actor: row.lastActor,
    source: '',
    correlationId: null,
    causationId: null,
    occurredAt: row.lastOccurred,
    recordedAt: row.lastRecorded,
    version: row.version,
    position: 0n,
    removed: row.removed,
    isLate: false,
    isOutOfOrder: false,
    mark: null,
    payload: undefined,
    texts: [`${row.entityType}/${row.entityId}`],
    changes: [],
    was: asksForPast ? everIn(history, ordinal) : new Map(),
    state: new Map(history.stateAt(ordinal).map(({ path, text }) => [path, text])),
  };
}

/** By path, all values that events up to that one gave it. */
function everIn(history: History, ordinal: number): ReadonlyMap<string, readonly string[]> {
  const was = new Map<string, string[]>();
  for (let at = 1; at <= ordinal; at += 1) {
    for (const { path, after } of history.changesOf(at)) {
      if (after === null) continue;
      const known = was.get(path);
      if (known === undefined) was.set(path, [after]);
      else known.push(after);
    }
  }
  return was;
}
