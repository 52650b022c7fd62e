/**
 * One history of one stream up to a version: its closed segments, and what is open behind them.
 *
 * It asks the store and the fold workers only for what a question needs: a state in the middle of a million events reads one
 * segment. What is open is folded when first asked for, from where the store has it; what was folded is kept there behind the answer.
 */
import {
  fail,
  type History,
  type HistoryOutline,
  ok,
  PathFilter,
  type Problem,
  type Result,
  SEGMENT_LIMITS,
  type Segment,
  SegmentedHistory,
  SegmentMissing,
  type SegmentOutline,
  whenRead,
} from '#core';
import type { ClosedSegment } from '#store';
import type { FoldedSegment } from '../fold/messages.ts';
import { buildHistory } from './build-history.ts';
import { type HistoryParts, type HistoryQuestion, isHealed, isThe } from './fold-open.ts';
import { keptSegmentsOf } from './kept-segments.ts';

export interface SegmentSummary extends Omit<ClosedSegment, 'place'> {
  /** More events may go into it; then it has another hash. */
  readonly isOpen: boolean;
}

export class StreamHistory {
  private tail: FoldedSegment | null = null;
  private writing: Promise<unknown> = Promise.resolve();
  private folding: Promise<Result<void>> | null = null;

  private constructor(
    private readonly parts: HistoryParts,
    readonly question: HistoryQuestion,
    private closed: readonly ClosedSegment[],
    /** The open segment that the store has, which may lack the newest events; null as well where `tail` took its place. */
    private kept: ClosedSegment | null,
    private readonly onFolded: (history: StreamHistory) => void,
  ) {}

  /** `onFolded` is told each time after which the history holds more. Errors: those of the fold. */
  static async open(
    parts: HistoryParts,
    question: HistoryQuestion,
    onFolded: (history: StreamHistory) => void,
  ): Promise<Result<StreamHistory>> {
    const { closed, open } = await keptSegmentsOf(parts.store, question.stream, question.name, question.axis);
    const kept = open !== null && open.last <= question.version ? open : null;
    const history = new StreamHistory(parts, question, closed, kept, onFolded);
    // Without its closed segments a long stream has no outline.
    if (question.version - history.folded <= SEGMENT_LIMITS.events) return ok(history);
    const folded = await history.fold();
    return folded.ok ? ok(history) : folded;
  }

  /** Roughly, in bytes. */
  get weight(): number {
    return (
      1_000 +
      this.closed.length * 2_000 +
      (this.tail === null ? 0 : this.tail.bytes.length + this.tail.gzipped.length)
    );
  }

  /** Errors: those of the fold and of segments that cannot be read. What the question throws is thrown. */
  async ask<T>(question: (history: History) => T): Promise<Result<T>> {
    for (;;) {
      const { closed, tail, kept } = this;
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
            if (this.closed !== closed || this.tail !== tail || this.kept !== kept) throw new OutlineMoved();
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
    const folded = await this.foldIfOpen();
    if (!folded.ok) return folded;
    const { closed, kept } = this;
    const bytes: Uint8Array[] = [];
    for (const segment of kept === null ? closed : [...closed, kept]) {
      // What is damaged is found by reading it, and built again; then all of it is to be collected anew.
      const read = await (segment === kept ? this.readKept(kept) : this.readClosed(segment));
      if (!read.ok) return read;
      if (this.closed !== closed || this.kept !== kept) return this.allBytes();
      const raw = await this.parts.segments.raw(segment.hash);
      if (!raw.ok) return raw;
      bytes.push(raw.value);
    }
    return ok(this.tail === null ? bytes : [...bytes, this.tail.bytes]);
  }

  /** What there is to read, the open segment last. */
  async summaries(): Promise<Result<readonly SegmentSummary[]>> {
    const folded = await this.foldIfOpen();
    if (!folded.ok) return folded;
    const closed = this.closed.map((segment) => ({ ...segment, isOpen: false }));
    const open = this.tail ?? this.kept;
    return ok(open === null ? closed : [...closed, { ...open, isOpen: true }]);
  }

  /** When all that was folded for it is in the store, or cannot be brought there. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private async foldIfOpen(): Promise<Result<void>> {
    return this.folded < this.question.version ? this.fold() : ok(undefined);
  }

  /** Events in segments that are there. */
  private get folded(): number {
    return (this.tail ?? this.kept ?? this.closed.at(-1))?.last ?? 0;
  }

  private outline(): HistoryOutline {
    const { axis, label, version } = this.question;
    const open = this.tail ?? this.kept;
    const known = open === null ? this.closed : [...this.closed, open];
    const outlines = known.map((segment) => ({ ...segment, touched: new PathFilter(segment.touched) }));
    const rest = this.folded < version ? [this.restOutline()] : [];
    return { axis, projection: label, segments: [...outlines, ...rest] };
  }

  /** What is not folded yet may hold anything. */
  private restOutline(): SegmentOutline {
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
    if (closed !== undefined) return this.readClosed(closed);
    if (this.kept !== null && index === this.closed.length) return this.readKept(this.kept);
    const folded = await this.foldIfOpen();
    if (!folded.ok) return folded;
    return this.newest();
  }

  /** Of what was folded just now. */
  private async newest(): Promise<Result<Segment>> {
    if (this.tail !== null) return this.parts.segments.of(this.tail.hash, this.tail.bytes);
    const last = this.closed.at(-1);
    return last === undefined
      ? fail('CS-502', 'The open segment of the history is not there.')
      : this.parts.segments.read(last.hash);
  }

  /** One that another took the place of meanwhile, or that was damaged, is folded again; then it is no longer `kept`. */
  private async readKept(kept: ClosedSegment): Promise<Result<Segment>> {
    const read = await this.parts.segments.read(kept.hash);
    if (read.ok ? isThe(read.value, kept) : !isHealed(read.error)) return read;
    this.parts.segments.forget(kept.hash);
    this.kept = null;
    const folded = await this.fold('heals');
    return folded.ok ? this.newest() : folded;
  }

  /** Segments that were dropped meanwhile, or damaged, are built again from the log. */
  private async readClosed(closed: ClosedSegment): Promise<Result<Segment>> {
    const read = await this.parts.segments.read(closed.hash);
    if (read.ok ? isThe(read.value, closed) : !isHealed(read.error)) return read;
    this.parts.segments.forget(closed.hash);
    // What lies before it is looked at when it is asked for.
    this.closed = this.closed.slice(0, this.closed.indexOf(closed));
    this.tail = null;
    this.kept = null;
    const folded = await this.fold('heals');
    return folded.ok ? this.parts.segments.read(closed.hash) : folded;
  }

  /** Folds what is open; two that ask at once fold once. */
  private fold(why: 'grows' | 'heals' = 'grows'): Promise<Result<void>> {
    this.folding ??= this.foldNow(why).finally(() => {
      this.folding = null;
    });
    return this.folding;
  }

  private async foldNow(why: 'grows' | 'heals'): Promise<Result<void>> {
    const known = { closed: this.closed, open: this.kept };
    const built = await buildHistory(this.parts, this.question, known, why);
    if (!built.ok) return built;
    this.closed = built.value.closed;
    this.tail = built.value.tail;
    this.kept = built.value.kept;
    this.writing = built.value.settled.catch(() => undefined);
    if (this.tail !== null) this.parts.segments.keepOpen(this.tail.hash, this.tail.gzipped);
    this.onFolded(this);
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
