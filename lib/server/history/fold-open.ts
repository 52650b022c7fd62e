/** Folds what lies behind the closed segments of a history; segments that close on the way are kept in the store as they come. */
import type { LoadedConfig } from '#config';
import {
  type Axis,
  fail,
  ok,
  type Problem,
  type ProjectionKind,
  type ProjectionLabel,
  type Result,
  type Segment,
} from '#core';
import type { ClosedSegment, HistoryName, Store, StreamRecord } from '#store';
import type { FoldPool } from '../fold/fold-pool.ts';
import type { FoldedSegment } from '../fold/messages.ts';
import { eventPages } from './event-pages.ts';
import type { SegmentReader } from './segment-reader.ts';

/** What histories are made with. */
export interface HistoryParts {
  readonly store: Store;
  readonly fold: FoldPool;
  readonly segments: SegmentReader;
  readonly config: LoadedConfig;
}

export interface HistoryQuestion {
  readonly stream: StreamRecord;
  readonly axis: Axis;
  readonly kind: ProjectionKind;
  /** Newest version to take into account, which is the number of events. */
  readonly version: number;
  readonly name: HistoryName;
  readonly label: ProjectionLabel;
}

export interface FoldedHistory {
  readonly closed: readonly ClosedSegment[];
  /** null: the last event closed its segment. */
  readonly tail: FoldedSegment | null;
}

/** Errors: those of the fold; CS-502 where the log does not hold as many events as the stream says. */
export async function foldOpen(
  parts: HistoryParts,
  question: HistoryQuestion,
  before: readonly ClosedSegment[],
): Promise<Result<FoldedHistory>> {
  const { stream, axis, version, name } = question;
  const start = await startOf(parts, before.at(-1));
  if (!start.ok) {
    // The log has all that a damaged segment said.
    for (const { hash } of before) parts.segments.forget(hash);
    return isHealed(start.error) ? foldOpen(parts, question, []) : start;
  }
  const closed = [...before];
  const folded = await parts.fold.segments({
    job: {
      namespace: stream.namespace,
      entityType: stream.entityType,
      projection: question.kind,
      keys: parts.config.keysOf(stream.namespace, stream.entityType),
      axis,
      upcasts: parts.config.upcastersOf(stream.namespace),
      seed: before.at(-1)?.hash ?? name.history,
      after: start.value?.bytes ?? null,
    },
    pages: eventPages(parts.store, stream, { axis, version, after: start.value?.event ?? null }),
    onClosed: async (segment) => {
      const row = rowOf(segment, closed.length);
      await parts.store.segments.keep(name, stream.id, row, segment.gzipped);
      closed.push(row);
    },
  });
  if (!folded.ok) return folded;
  const found = folded.value?.last ?? closed.at(-1)?.last ?? 0;
  if (found !== version) {
    return fail(
      'CS-502',
      `The stream says ${version} events and the log holds ${found}. Run chronoscope verify.`,
    );
  }
  if (axis === 'occurred' && closed.length > 0) await parts.store.segments.dropOlder(name);
  return ok({ closed, tail: folded.value });
}

/** The segment to go on behind, and its last event; null: from the first event on. */
async function startOf(parts: HistoryParts, last: ClosedSegment | undefined) {
  if (last === undefined) return ok(null);
  const segment = await parts.segments.read(last.hash);
  if (!segment.ok) return segment;
  if (!isThe(segment.value, last)) return fail('CS-132', `Under the hash ${last.hash} is another segment.`);
  const bytes = await parts.segments.raw(last.hash);
  return bytes.ok ? ok({ bytes: bytes.value, event: segment.value.header(last.last) }) : bytes;
}

/** Not there, in another format, cut or altered, contradicting itself: all of it can be built again from the log. */
export const isHealed = ({ code }: Problem): boolean =>
  ['CS-523', 'CS-130', 'CS-131', 'CS-132'].includes(code);

export const isThe = (segment: Segment, { first, last }: ClosedSegment): boolean =>
  segment.first === first && segment.last === last;

/** Without the bytes, which the store has now. */
function rowOf({ bytes, gzipped, ...row }: FoldedSegment, place: number): ClosedSegment {
  return { ...row, place };
}
