/** One fold of a stream into segments, inside the worker's thread: events go in as they are read, segments come out as they close. */
import { createHash, type Hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { SandboxProgram } from '#config';
import {
  decodeSegment,
  encodeSegment,
  fail,
  ok,
  outlineOfParts,
  type Result,
  SegmentFold,
  type SegmentParts,
  sketchOfParts,
  sketchText,
} from '#core';
import { ruleOf } from './fold-rule.ts';
import type { FoldedOutline, FoldedSegment, SegmentJob, WorkerSettings } from './messages.ts';
import { EventLineReader } from './read-event-lines.ts';
import type { ReducerProjection } from './reducer-projection.ts';
import { TimeLimit } from './time-limit.ts';

/** Closed segments that are not encoded yet weigh at most so much, in UTF-16 units. */
const PUT_OFF = 32 * 1_048_576;

interface PutOff {
  readonly parts: SegmentParts;
  readonly hash: string;
  readonly weight: number;
}

export class SegmentFoldJob {
  private readonly reader = new EventLineReader();
  private hash: Hash;
  /** Whoever asks first wants the answer, not the bytes: they are made when the fold is through. */
  private readonly putOff: PutOff[] = [];
  private weight = 0;

  private constructor(
    private readonly fold: SegmentFold,
    /** Where events of a reducer can be folded ahead. */
    private readonly reducer: ReducerProjection | null,
    seed: string,
  ) {
    this.hash = createHash('sha256').update(seed);
  }

  /** CS-13x: the segment to go on behind or in cannot be read. CS-522: the kind is `reducer` and the configuration has none. */
  static begin(
    job: SegmentJob,
    program: SandboxProgram | null,
    settings: WorkerSettings,
  ): Result<SegmentFoldJob> {
    const after = job.after === null ? ok(undefined) : decodeSegment(job.after);
    if (!after.ok) return after;
    const open = job.open === null ? ok(undefined) : decodeSegment(job.open.bytes);
    if (!open.ok) return open;
    const rule = ruleOf(job, program, settings.configHash, new TimeLimit(settings.eventLimitMs));
    if (!rule.ok) return rule;
    const { projection, upcasters, reducer } = rule.value;
    const fold = new SegmentFold(projection, upcasters, {
      axis: job.axis,
      ...(after.value === undefined ? {} : { after: after.value }),
      ...(open.value === undefined ? {} : { open: open.value }),
    });
    const begun = new SegmentFoldJob(fold, reducer, job.seed);
    if (job.open === null) return ok(begun);
    begun.hash.update(job.open.leafHashes);
    return begun.hash.copy().digest('hex') === job.open.hash
      ? ok(begun)
      : fail('CS-132', `The open segment ${job.open.hash} was made from other events than the log has.`);
  }

  /** The closed segments that there is no more room for, and how many events the lines held. */
  add(lines: Uint8Array): { readonly closed: readonly FoldedSegment[]; readonly added: number } {
    const events = this.reader.read(lines);
    this.reducer?.expect(events);
    let leafHashes = '';
    for (const event of events) {
      leafHashes += event.leafHash;
      const closed = this.fold.add(event);
      if (closed === null) continue;
      const hash = this.hash.update(leafHashes).digest('hex');
      leafHashes = '';
      this.keep(closed, hash);
      this.hash = createHash('sha256').update(hash);
    }
    this.hash.update(leafHashes);
    const ready: FoldedSegment[] = [];
    while (this.weight > PUT_OFF) {
      const next = this.next();
      if (next !== null) ready.push(next);
    }
    return { closed: ready, added: events.length };
  }

  /** What is left open (null where the last event closed its segment), and what is still to be asked for by `next`. */
  end(): { readonly tail: FoldedSegment | null; readonly behind: readonly FoldedOutline[] } {
    const tail = this.fold.tailLength === 0 ? null : foldedSegment(this.fold.tail(), this.hash.digest('hex'));
    return { tail, behind: this.putOff.map(({ parts, hash }) => foldedOutline(parts, hash)) };
  }

  /** The closed segment that was put off first; null: there is none. */
  next(): FoldedSegment | null {
    const first = this.putOff.shift();
    if (first === undefined) return null;
    this.weight -= first.weight;
    return foldedSegment(first.parts, first.hash);
  }

  private keep(parts: SegmentParts, hash: string): void {
    const weight = weightOf(parts);
    this.putOff.push({ parts, hash, weight });
    this.weight += weight;
  }
}

/** Roughly, in UTF-16 units. */
function weightOf({ events, columns }: SegmentParts): number {
  const entries = columns.map(({ path, texts }) =>
    texts.reduce((sum, text) => sum + 16 + (text?.length ?? 0), path.length),
  );
  return entries.reduce((sum, weight) => sum + weight, events.length * 64);
}

function foldedOutline(parts: SegmentParts, hash: string): FoldedOutline {
  const { touched, ...outline } = outlineOfParts(parts);
  return { hash, ...outline, touched: touched.bytes, sketch: sketchText(sketchOfParts(parts)) };
}

/** Reading it back proves that it can be read. */
function foldedSegment(parts: SegmentParts, hash: string): FoldedSegment {
  const bytes = encodeSegment(parts);
  const segment = decodeSegment(bytes);
  if (!segment.ok) throw new Error(segment.error.message);
  return { ...foldedOutline(parts, hash), bytes, gzipped: gzipSync(bytes) };
}
