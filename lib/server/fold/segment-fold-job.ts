/** One fold of a stream into segments, inside the worker's thread: events go in as they are read, segments come out as they close. */
import { createHash, type Hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { SandboxProgram } from '#config';
import {
  builtInProjection,
  checkedPlaces,
  decodeSegment,
  fail,
  noUpcasters,
  ok,
  outlineOf,
  type Projection,
  type Result,
  SegmentFold,
  type StoredEvent,
  type Upcasters,
} from '#core';
import type { FoldedSegment, SegmentJob, WorkerSettings } from './messages.ts';
import { ReducerProjection } from './reducer-projection.ts';
import { sandboxUpcasters, upcastElsewhere } from './sandbox-upcasters.ts';
import { TimeLimit } from './time-limit.ts';

export class SegmentFoldJob {
  private hash: Hash;

  private constructor(
    private readonly fold: SegmentFold,
    /** Where events of a reducer can be folded ahead. */
    private readonly reducer: ReducerProjection | null,
    seed: string,
  ) {
    this.hash = createHash('sha256').update(seed);
  }

  /** CS-13x: the segment to go on behind cannot be read. CS-522: the kind is `reducer` and the configuration has none. */
  static begin(
    job: SegmentJob,
    program: SandboxProgram | null,
    settings: WorkerSettings,
  ): Result<SegmentFoldJob> {
    const after = job.after === null ? ok(undefined) : decodeSegment(job.after);
    if (!after.ok) return after;
    const rule = ruleOf(job, program, settings);
    if (!rule.ok) return rule;
    const { projection, upcasters, reducer } = rule.value;
    const options = { axis: job.axis, ...(after.value === undefined ? {} : { after: after.value }) };
    const fold = new SegmentFold(projection, upcasters, options);
    return ok(new SegmentFoldJob(fold, reducer, job.seed));
  }

  /** The segments that these events closed. */
  add(events: readonly StoredEvent[]): readonly FoldedSegment[] {
    this.reducer?.expect(events);
    const closed: FoldedSegment[] = [];
    for (const event of events) {
      this.hash.update(event.leafHash);
      const bytes = this.fold.add(event);
      if (bytes === null) continue;
      const hash = this.hash.digest('hex');
      closed.push(foldedSegment(bytes, hash));
      this.hash = createHash('sha256').update(hash);
    }
    return closed;
  }

  /** What is left open; null where the last event closed its segment. */
  end(): FoldedSegment | null {
    return this.fold.tailLength === 0 ? null : foldedSegment(this.fold.tail(), this.hash.digest('hex'));
  }
}

interface Rule {
  readonly projection: Projection;
  readonly upcasters: Upcasters;
  readonly reducer: ReducerProjection | null;
}

function ruleOf(job: SegmentJob, program: SandboxProgram | null, settings: WorkerSettings): Result<Rule> {
  const limit = new TimeLimit(settings.eventLimitMs);
  const { namespace, entityType } = job;
  if (job.projection !== 'reducer') {
    const upcasters =
      program === null || !job.upcasts
        ? noUpcasters
        : sandboxUpcasters(program, namespace, settings.configHash, limit);
    return ok({ projection: builtInProjection(job.projection, job.keys), upcasters, reducer: null });
  }
  const fold = program?.startFold(namespace, entityType) ?? null;
  if (fold === null) {
    const what = `${namespace}/${entityType}`;
    return fail('CS-522', `${what} folds by a reducer, and the configuration has none for it.`, what);
  }
  const reducer = new ReducerProjection(
    { name: entityType, hash: settings.configHash, keys: checkedPlaces(job.keys) },
    fold,
    limit,
  );
  return ok({ projection: reducer, upcasters: upcastElsewhere(''), reducer });
}

/** Reading it back gives the outline, and proves that it can be read. */
function foldedSegment(bytes: Uint8Array, hash: string): FoldedSegment {
  const segment = decodeSegment(bytes);
  if (!segment.ok) throw new Error(segment.error.message);
  const { touched, ...outline } = outlineOf(segment.value);
  return { hash, bytes, gzipped: gzipSync(bytes), ...outline, touched: touched.bytes };
}
