/** The encoded history of one entity: the document that pages, API and command line answer every further question from. */
import {
  type Axis,
  fail,
  formatInstant,
  ok,
  type ProjectionKind,
  type Result,
  type StoredEvent,
} from '#core';
import type { EntityRef, Store, StreamRecord } from '#store';
import type { App } from './app.ts';
import { LruCache } from './lru-cache.ts';
import type { Viewer } from './viewer.ts';

export interface EntityQuestion {
  readonly namespace: string;
  readonly type: string;
  readonly id: string;
  /** null: the stream's own default. */
  readonly axis: Axis | null;
  /** On the occurred axis: the newest version to take into account; absent or null: the head. Says nothing on the recorded axis. */
  readonly upTo?: number | null;
}

export interface HistoryDocument {
  /** Text of core's encodeHistory. */
  readonly text: string;
  readonly axis: Axis;
  readonly defaultAxis: Axis;
  /** Why the default axis is not the recorded one, in words; null where it is. */
  readonly axisReason: string | null;
  /** Newest version that the document knows: the stream's head, or what `upTo` asked for. */
  readonly head: number;
  /** RFC 3339, UTC. */
  readonly lastRecorded: string;
  /** Where the projection kind was decided: the configuration or the first import. */
  readonly projectionSource: 'configuration' | 'import' | 'default';
}

const CACHE_BYTES = 64 * 1024 * 1024;
const PAGE = 5_000;
const documents = new LruCache<Promise<Result<string>>>(CACHE_BYTES);

/** The history document, or null where no event ever named this entity. */
export async function readHistoryDocument(
  _viewer: Viewer,
  app: App,
  question: EntityQuestion,
): Promise<Result<HistoryDocument | null>> {
  const ref: EntityRef = { namespace: question.namespace, entityType: question.type, entityId: question.id };
  const stream = await app.store.stream(ref);
  if (stream === null) return ok(null);
  const defaultAxis: Axis = stream.recordedGiven ? 'recorded' : 'occurred';
  const axis = question.axis ?? defaultAxis;
  const head = axis === 'occurred' ? (question.upTo ?? stream.version) : stream.version;
  if (head > stream.version) {
    return fail('CS-111', `Version ${head} is beyond the head: the newest version is ${stream.version}.`);
  }
  const projection = await projectionKindOf(app, ref);
  const text = await foldOnce(app, { ...stream, version: head }, axis, projection.kind);
  if (!text.ok) return text;
  return ok({
    text: text.value,
    axis,
    defaultAxis,
    axisReason: stream.recordedGiven ? null : RECORDED_IS_OURS,
    head,
    lastRecorded: formatInstant(stream.lastRecorded),
    projectionSource: projection.source,
  });
}

/** The kind that folds an entity type: the configuration wins over what the first import registered. */
export async function projectionKindOf(
  app: App,
  ref: Pick<EntityRef, 'namespace' | 'entityType'>,
): Promise<{ readonly kind: ProjectionKind; readonly source: HistoryDocument['projectionSource'] }> {
  const configured = app.config.kindOf(ref.namespace, ref.entityType);
  if (configured !== null) return { kind: configured, source: 'configuration' };
  const registered = await app.store.projectionOf(ref.namespace, ref.entityType);
  return registered === null
    ? { kind: 'replace', source: 'default' }
    : { kind: registered, source: 'import' };
}

const RECORDED_IS_OURS =
  'The source gave no recorded times, so ours say only when the log was imported; the timeline opens on when things happened.';

/** Two requests for the same history fold it once; a failure is not kept. */
async function foldOnce(
  app: App,
  stream: StreamRecord,
  axis: Axis,
  kind: ProjectionKind,
): Promise<Result<string>> {
  const key = `${app.database.url}|${stream.key}|${stream.version}|${axis}|${kind}|${app.config.hash}`;
  const known = documents.get(key);
  if (known !== undefined) return known;
  const folding = fold(app, stream, axis, kind);
  documents.set(key, folding, 0);
  const folded = await folding.catch((error: unknown) => {
    documents.delete(key);
    throw error;
  });
  if (folded.ok) documents.set(key, folding, folded.value.length * 2);
  else documents.delete(key);
  return folded;
}

async function fold(
  app: App,
  stream: StreamRecord,
  axis: Axis,
  kind: ProjectionKind,
): Promise<Result<string>> {
  const events = await readWholeStream(app.store, stream);
  if (events.length !== stream.version) {
    return fail(
      'CS-502',
      `The stream says ${stream.version} events and the log holds ${events.length}. Run chronoscope verify.`,
    );
  }
  return app.fold.history({ events, namespace: stream.namespace, entityType: stream.entityType, kind, axis });
}

/** Up to the head that the stream record named: what is appended meanwhile belongs to the next question. */
async function readWholeStream(store: Store, stream: StreamRecord): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  while (events.length < stream.version) {
    const page = await store.eventsOf(
      stream.id,
      events.length,
      Math.min(PAGE, stream.version - events.length),
    );
    if (page.length === 0) break;
    events.push(...page);
  }
  return events;
}
