/** Folds what lies behind the closed segments of a history; segments that close on the way are kept in the store as they come. */
import type { LoadedConfig } from '#config';
import {
  type Axis,
  type EventHeader,
  fail,
  ok,
  type Problem,
  type ProjectionKind,
  type ProjectionLabel,
  type Result,
  type Segment,
} from '#core';
import type { ClosedSegment, HistoryName, KeptSegments, Store, StreamRecord } from '#store';
import type { FoldPool } from '../fold/fold-pool.ts';
import type { FoldedSegment, OpenStart } from '../fold/messages.ts';
import type { Builds } from './builds.ts';
import type { SegmentReader } from './segment-reader.ts';
import { WrittenBehind } from './written-behind.ts';

/** What histories are made with. */
export interface HistoryParts {
  readonly store: Store;
  readonly fold: FoldPool;
  readonly segments: SegmentReader;
  readonly config: LoadedConfig;
  readonly builds: Builds;
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
  /** When all of it is in the store; rejects, or answers with a problem, where that failed. Segments can be read before. */
  readonly settled: Promise<Result<void>>;
}

/** An open segment is kept in the store when folding it again would take some time: so many events. */
const WORTH_KEEPING = 256;

/**
 * `onFolded` is told up to which event all are folded, again from further back where a damaged segment was found.
 *
 * Errors: those of the fold; CS-502 where the log does not hold as many events as the stream says.
 */
export async function foldOpen(
  parts: HistoryParts,
  question: HistoryQuestion,
  { closed: before, open }: KeptSegments,
  onFolded: (reached: number) => void,
): Promise<Result<FoldedHistory>> {
  const { stream, axis, version, name } = question;
  const start = await startOf(parts, stream.id, before.at(-1), open);
  if (!start.ok) {
    // The log has all that a damaged segment said.
    if (!isHealed(start.error)) return start;
    if (open !== null) return foldOpen(parts, question, { closed: before, open: null }, onFolded);
    for (const { hash } of before) parts.segments.forget(hash);
    return foldOpen(parts, question, { closed: [], open: null }, onFolded);
  }
  const closed = [...before];
  const written = new WrittenBehind(parts.segments);
  let reached = reachOf({ closed: before, open });
  const folded = await parts.fold.segments({
    job: {
      namespace: stream.namespace,
      entityType: stream.entityType,
      projection: question.kind,
      keys: parts.config.keysOf(stream.namespace, stream.entityType),
      axis,
      upcasts: parts.config.upcastersOf(stream.namespace),
      seed: before.at(-1)?.hash ?? name.history,
      after: start.value.after,
      open: start.value.open,
    },
    lines: parts.store.eventLines({ streamId: stream.id, axis, upTo: version, after: start.value.event }),
    onClosed: async (segment) => {
      const row = written.rowOf(segment.hash) ?? rowOf(segment, closed.length);
      await parts.store.segments.keep(name, stream.id, row, segment.gzipped);
      if (!written.has(segment.hash)) closed.push(row);
      written.done(segment.hash);
    },
    onAdded: (events) => {
      reached += events;
      onFolded(reached);
    },
  });
  if (!folded.ok) {
    // It may be the open segment that does not fit the log.
    return open !== null && isHealed(folded.error)
      ? foldOpen(parts, question, { closed: before, open: null }, onFolded)
      : folded;
  }
  const { tail, behind } = folded.value;
  for (const outline of behind) {
    const row = { ...outline, place: closed.length };
    closed.push(row);
    written.expect(row);
  }
  const found = tail?.last ?? closed.at(-1)?.last ?? 0;
  if (found !== version) {
    return fail(
      'CS-502',
      `The stream says ${version} events and the log holds ${found}. Run chronoscope verify.`,
    );
  }
  const settled = settle(parts, question, { closed, tail, open }, folded.value.settled, written);
  settled.catch(() => undefined);
  return ok({ closed, tail, settled });
}

async function settle(
  parts: HistoryParts,
  { stream, axis, name }: HistoryQuestion,
  made: Pick<FoldedHistory, 'closed' | 'tail'> & Pick<KeptSegments, 'open'>,
  folded: Promise<Result<void>>,
  written: WrittenBehind,
): Promise<Result<void>> {
  try {
    const settled = await folded;
    if (!settled.ok) return settled;
    const { closed, tail, open } = made;
    if (tail !== null && tail.last - Math.max(tail.first - 1, open?.last ?? 0) >= WORTH_KEEPING)
      await parts.store.segments.keepOpen(name, stream.id, rowOf(tail, closed.length), tail.gzipped);
    if (axis === 'occurred' && closed.length > 0) await parts.store.segments.dropOlder(name);
    return settled;
  } finally {
    written.over();
  }
}

interface Start {
  readonly after: Uint8Array | null;
  readonly open: OpenStart | null;
  /** The last event that is known; null: none. */
  readonly event: EventHeader | null;
}

/** In the open segment where there is one, else behind the last closed one, else from the first event on. */
async function startOf(
  parts: HistoryParts,
  streamId: bigint,
  last: ClosedSegment | undefined,
  open: ClosedSegment | null,
): Promise<Result<Start>> {
  const known = open ?? last;
  if (known === undefined) return ok({ after: null, open: null, event: null });
  const segment = await parts.segments.read(known.hash);
  if (!segment.ok) return segment;
  if (!isThe(segment.value, known)) return fail('CS-132', `Under the hash ${known.hash} is another segment.`);
  const bytes = await parts.segments.raw(known.hash);
  if (!bytes.ok) return bytes;
  const event = segment.value.header(known.last);
  if (open === null) return ok({ after: bytes.value, open: null, event });
  // On the recorded axis, where alone more events can go into it, ordinals are versions.
  const leafHashes = await parts.store.leafHashesOf(streamId, open.first - 1, open.last);
  return ok({ after: null, open: { bytes: bytes.value, hash: open.hash, leafHashes }, event });
}

/** Not there, in another format, cut or altered, contradicting itself: all of it can be built again from the log. */
export const isHealed = ({ code }: Problem): boolean =>
  ['CS-523', 'CS-130', 'CS-131', 'CS-132'].includes(code);

/** Up to which event there are segments. */
export const reachOf = ({ closed, open }: KeptSegments): number => (open ?? closed.at(-1))?.last ?? 0;

export const isThe = (segment: Segment, { first, last }: ClosedSegment): boolean =>
  segment.first === first && segment.last === last;

/** Without the bytes, which the store has now. */
function rowOf({ bytes, gzipped, ...row }: FoldedSegment, place: number): ClosedSegment {
  return { ...row, place };
}
