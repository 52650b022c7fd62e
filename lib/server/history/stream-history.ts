/**
 * One history of one stream up to a version: its closed segments, and what is open behind them.
 *
 * It asks the store and the fold workers only for what a question needs: a state in the middle of a million events reads one
 * segment. What is open is folded when first asked for; segments that close on the way are kept in the store.
 */

import type { LoadedConfig } from '#config';
import {
  type Axis,
  fail,
  type History,
  type HistoryOutline,
  ok,
  PathFilter,
  type Problem,
  type ProjectionKind,
  type ProjectionLabel,
  type Result,
  SEGMENT_LIMITS,
  type Segment,
  SegmentedHistory,
  SegmentMissing,
  type SegmentOutline,
  whenRead,
} from '#core';
import type { ClosedSegment, HistoryName, Store, StreamRecord } from '#store';
import type { FoldPool } from '../fold/fold-pool.ts';
import type { FoldedSegment } from '../fold/messages.ts';
import { closedSegmentsOf } from './closed-segments.ts';
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

export class StreamHistory {
  private tail: FoldedSegment | null = null;
  private folding: Promise<Result<void>> | null = null;

  private constructor(
    private readonly parts: HistoryParts,
    readonly question: HistoryQuestion,
    private closed: readonly ClosedSegment[],
  ) {}

  /** Errors: those of the fold. */
  static async open(parts: HistoryParts, question: HistoryQuestion): Promise<Result<StreamHistory>> {
    const closed = await closedSegmentsOf(parts.store, question.stream, question.name, question.axis);
    const history = new StreamHistory(parts, question, closed);
    // Without its closed segments a long stream has no outline.
    if (question.version - history.folded <= SEGMENT_LIMITS.events) return ok(history);
    const folded = await history.fold();
    return folded.ok ? ok(history) : folded;
  }

  /** Roughly, in bytes. */
  get weight(): number {
    return 1_000 + this.closed.length * 1_300 + (this.tail?.bytes.length ?? 0);
  }

  /** Errors: those of the fold and of segments that cannot be read. What the question throws is thrown. */
  async ask<T>(question: (history: History) => T): Promise<Result<T>> {
    for (;;) {
      const { closed, tail } = this;
      const read = new Map<number, Segment>();
      const history = new SegmentedHistory(this.outline(), {
        segment: (index) => {
          const segment = read.get(index);
          if (segment === undefined) throw new SegmentMissing(index);
          return segment;
        },
      });
      try {
        const answer = await whenRead(
          () => question(history),
          async (index) => {
            const segment = await this.segment(index);
            if (!segment.ok) throw new Refused(segment.error);
            if (this.closed !== closed || this.tail !== tail) throw new OutlineMoved();
            read.set(index, segment.value);
          },
        );
        return ok(answer);
      } catch (error) {
        if (error instanceof Refused) return { ok: false, error: error.problem };
        if (!(error instanceof OutlineMoved)) throw error;
      }
    }
  }

  /** The bytes of every segment, the open one last. */
  async allBytes(): Promise<Result<readonly Uint8Array[]>> {
    if (this.folded < this.question.version && this.tail === null) {
      const folded = await this.fold();
      if (!folded.ok) return folded;
    }
    const bytes: Uint8Array[] = [];
    for (const { hash } of this.closed) {
      const segment = await this.parts.segments.raw(hash);
      if (!segment.ok) return segment;
      bytes.push(segment.value);
    }
    return ok(this.tail === null ? bytes : [...bytes, this.tail.bytes]);
  }

  /** Events in closed segments. */
  private get folded(): number {
    return this.closed.at(-1)?.last ?? 0;
  }

  private outline(): HistoryOutline {
    const { axis, label, version } = this.question;
    const closed = this.closed.map((segment) => ({ ...segment, touched: new PathFilter(segment.touched) }));
    const open = this.folded < version ? [this.openOutline()] : [];
    return { axis, projection: label, segments: [...closed, ...open] };
  }

  /** What is not folded yet may hold anything. */
  private openOutline(): SegmentOutline {
    if (this.tail !== null) return { ...this.tail, touched: new PathFilter(this.tail.touched) };
    const { axis, version } = this.question;
    const first = this.folded + 1;
    return {
      first,
      last: version,
      clock: END_OF_TIME,
      lowestVersion: axis === 'recorded' ? first : 1,
      highestVersion: version,
      touched: PathFilter.everything(),
    };
  }

  private async segment(index: number): Promise<Result<Segment>> {
    const closed = this.closed[index];
    if (closed !== undefined) return this.parts.segments.read(closed.hash);
    if (this.tail === null) {
      const folded = await this.fold();
      if (!folded.ok) return folded;
    }
    return this.tail === null
      ? fail('CS-502', 'The open segment of the history is not there.')
      : this.parts.segments.keep(this.tail.hash, this.tail.bytes);
  }

  /** Folds what is open; two that ask at once fold once. */
  private fold(): Promise<Result<void>> {
    this.folding ??= this.foldNow().finally(() => {
      this.folding = null;
    });
    return this.folding;
  }

  private async foldNow(): Promise<Result<void>> {
    const { stream, axis, kind, version, name } = this.question;
    const last = this.closed.at(-1);
    const before = last === undefined ? null : await this.parts.segments.read(last.hash);
    if (before !== null && !before.ok) return before;
    const after = before === null ? null : before.value.header(before.value.last);
    const raw = last === undefined ? null : await this.parts.segments.raw(last.hash);
    if (raw !== null && !raw.ok) return raw;
    const closed = [...this.closed];
    const folded = await this.parts.fold.segments({
      job: {
        namespace: stream.namespace,
        entityType: stream.entityType,
        projection: kind,
        axis,
        upcasts: this.parts.config.upcastersOf(stream.namespace),
        seed: last?.hash ?? name.history,
        after: raw?.value ?? null,
      },
      pages: eventPages(this.parts.store, stream, { axis, version, after }),
      onClosed: async (segment) => {
        const row = { ...segment, place: closed.length };
        await this.parts.store.segments.keep(name, stream.id, row, segment.gzipped);
        closed.push(row);
      },
    });
    if (!folded.ok) return folded;
    const found = folded.value?.last ?? closed.at(-1)?.last ?? 0;
    if (found !== version) {
      const message = `The stream says ${version} events and the log holds ${found}. Run chronoscope verify.`;
      return fail('CS-502', message);
    }
    this.closed = closed.map(
      ({ place, hash, first, last: end, clock, lowestVersion, highestVersion, touched }) => ({
        place,
        hash,
        first,
        last: end,
        clock,
        lowestVersion,
        highestVersion,
        touched,
      }),
    );
    this.tail = folded.value;
    return ok(undefined);
  }
}

const END_OF_TIME = 2n ** 62n;

/** The fold closed segments, so places and ordinals are to be looked at again. */
class OutlineMoved extends Error {}

class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}
