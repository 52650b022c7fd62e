/**
 * Builds a history by folding a stream once and keeping what each event changed, by path.
 */
import type { Axis, StoredEvent } from '../event.ts';
import { foldStream } from '../fold.ts';
import type { Projection } from '../projection/projection.ts';
import type { Upcasters } from '../upcast.ts';
import { ColumnHistory } from './column-history.ts';
import { GONE, type HeaderColumns } from './columns.ts';
import type { EventMark, History, ProjectionLabel } from './history.ts';
import { PathColumns } from './path-columns.ts';
import { TextIds } from './text-ids.ts';

/**
 * `events` are a whole stream ascending by version. On the occurred axis they are folded in (occurredAt, version) order, so
 * an event that was recorded late rewrites what follows it.
 */
export function buildHistory(
  events: readonly StoredEvent[],
  projection: Projection,
  upcasters: Upcasters,
  axis: Axis,
): History {
  const ordered = axis === 'occurred' ? [...events].sort(byOccurrence) : events;
  const paths = new PathColumns();
  const marks = new Map<number, EventMark>();
  let ordinal = 0;
  for (const step of foldStream(ordered, projection, upcasters)) {
    ordinal += 1;
    paths.add(ordinal, step.changes);
    if (step.mark !== null) marks.set(ordinal, step.mark);
  }
  const headers = headerColumns(ordered, marks);
  return new ColumnHistory({ axis, projection: labelOf(projection, upcasters), headers, ...paths.finish() });
}

function byOccurrence(a: StoredEvent, b: StoredEvent): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
  return a.version - b.version;
}

function labelOf(projection: Projection, upcasters: Upcasters): ProjectionLabel {
  const { kind, name, hash } = projection;
  return { kind, name, hash: upcasters.hash === '' ? hash : `${hash}+${upcasters.hash}` };
}

function headerColumns(events: readonly StoredEvent[], marks: ReadonlyMap<number, EventMark>): HeaderColumns {
  const types = new TextIds();
  const actors = new TextIds();
  return {
    length: events.length,
    versions: Uint32Array.from(events, (event) => event.version),
    positions: BigInt64Array.from(events, (event) => event.position),
    typeIds: Uint32Array.from(events, (event) => types.idOf(event.type)),
    types: types.texts,
    actorIds: Int32Array.from(events, ({ actor }) => (actor === null ? GONE : actors.idOf(actor))),
    actors: actors.texts,
    schemaVersions: Int32Array.from(events, (event) => event.schemaVersion),
    occurredAt: BigInt64Array.from(events, (event) => event.occurredAt),
    recordedAt: BigInt64Array.from(events, (event) => event.recordedAt),
    recordedHigh: BigInt64Array.from(events, (event) => event.recordedHigh),
    flags: Int32Array.from(events, (event) => event.flags),
    removed: Uint8Array.from(events, (event) => Number(event.removed)),
    marks,
  };
}
