/**
 * One history in the worker: answers from the segments that it has, and fetches those that it lacks.
 *
 * Law: its answers are those of the whole history, whatever was fetched and let go of in between. It folds nothing.
 */
import { type LruCache, type Segment, SegmentedHistory, SegmentMissing, whenRead } from '#core';
import type { OutlinedSegment, ReadOutline } from '#wire';
import { type BetweenMoments, joinBetween } from '../between-moments.ts';
import { type FieldTrack, fieldTrack, joinTracks } from '../field-track.ts';
import { Answerer } from './answer.ts';
import { HistoryWalk } from './history-walk.ts';
import type { AnswerTo, Progress, Question } from './question.ts';
import { SegmentQueue } from './segment-queue.ts';

/** Further segments in the direction of the playhead. */
const AHEAD = 2;
/** Of a longer history only these are read for the timeline, the nearest first: about two million events. */
const MOST_FOR_THE_TIMELINE = 512;

/** Segments on either side of the playhead that are kept when they were read for the timeline. */
const KEPT_AROUND = 32;

/** Decoded; its weight in bytes. */
export interface ReadSegment {
  readonly segment: Segment;
  readonly weight: number;
}

export interface EngineParts {
  /** Shared by all histories; by hash. */
  readonly cache: LruCache<Segment>;
  /** What cannot be had rejects. */
  read(hash: string): Promise<ReadSegment>;
  /** Each segment once, as soon as it is read. */
  onRead(index: number, segment: Segment): void;
  /** The versions whose payload, type or metadata holds the text: the server knows. */
  findText(text: string, onProgress: (progress: Progress) => void): Promise<ReadonlySet<number>>;
}

export class ReplayEngine {
  private readonly history: SegmentedHistory;
  private readonly answerer: Answerer;
  private readonly queue: SegmentQueue;
  private readonly walk: HistoryWalk;
  private readonly told = new Set<number>();
  private readonly indexOf: ReadonlyMap<string, number>;
  private at = 0;
  /** Index of the segment in which the playhead is. */
  private here = 0;
  /** What the question under way has fetched; it stays until it is answered, however little the cache can keep. */
  private held: ReadonlyMap<string, Segment> = new Map();

  constructor(
    private readonly outline: ReadOutline,
    private readonly parts: EngineParts,
  ) {
    const { segments } = outline;
    this.indexOf = new Map(segments.map(({ hash }, index) => [hash, index]));
    this.queue = new SegmentQueue((hash) => this.read(hash));
    this.walk = new HistoryWalk(segments, {
      segment: (hash) => this.parts.cache.get(hash) ?? this.queue.want(hash),
      isClosed: () => this.queue.isClosed,
      findText: (text, onProgress) => this.parts.findText(text, onProgress),
    });
    this.history = new SegmentedHistory(outline, {
      segment: (index) => {
        const hash = segments[index]?.hash ?? '';
        const segment = this.held.get(hash) ?? this.parts.cache.get(hash);
        if (segment === undefined) throw new SegmentMissing(index);
        return segment;
      },
    });
    this.answerer = new Answerer(this.history, segments);
  }

  /** Rejects with LeftBehind where the playhead has moved on, or with the reason why a segment cannot be had. */
  async ask<Q extends Question>(question: Q, onProgress?: (progress: Progress) => void): Promise<AnswerTo<Q>>;
  async ask(
    question: Question,
    onProgress: (progress: Progress) => void = () => undefined,
  ): Promise<AnswerTo<Question>> {
    if (question.what === 'matching') return this.walk.matching(question.filter, onProgress);
    if (question.what === 'labels') return this.walk.labels(onProgress);
    if (question.what === 'between') return this.between(question.from, question.to);
    if (question.what === 'field') return this.field(question.path);
    const answer = await this.whenRead(() => this.answerer.answer(question));
    if (question.what === 'scene') this.moved(question.ordinal);
    return answer;
  }

  /** Nothing is fetched any more; who waits is told. */
  close(): void {
    this.queue.close();
  }

  /** Segment by segment: a stretch of a million events is not begun again for each segment that is missing. */
  private async between(one: number, other: number): Promise<BetweenMoments> {
    const from = Math.min(one, other);
    const to = Math.max(one, other);
    let joined: BetweenMoments = { events: 0, fields: [], changing: 0, changedBy: [] };
    for (const { first, last } of this.outline.segments) {
      if (last <= from || first > to) continue;
      const stretch = { from: Math.max(from, first - 1), to: Math.min(to, last) };
      const found = await this.whenRead(() => this.answerer.answer({ what: 'between', ...stretch }));
      joined = joinBetween(joined, found);
    }
    return joined;
  }

  /** Segment by segment too, and only those that the path may have changed in. */
  private async field(path: string): Promise<FieldTrack> {
    const tracks: FieldTrack[] = [];
    for (const { first, last, touched } of this.outline.segments)
      if (touched.mayHold(path))
        tracks.push(await this.whenRead(() => fieldTrack(this.history, path, first, last)));
    return joinTracks(tracks);
  }

  private whenRead<T>(ask: () => T): Promise<T> {
    const fetched = new Map<string, Segment>();
    const asked = () => {
      this.held = fetched;
      return ask();
    };
    return whenRead(asked, async (index) => {
      const hash = this.outline.segments[index]?.hash ?? '';
      fetched.set(hash, await this.queue.want(hash));
    });
  }

  /** Fetches in the direction of movement; at rest, what the timeline lacks, the nearest first. */
  private moved(ordinal: number): void {
    const { segments } = this.outline;
    this.here = segments.findIndex(({ last }) => ordinal <= last);
    const direction = ordinal < this.at ? -1 : 1;
    this.at = ordinal;
    const next = Array.from({ length: AHEAD }, (_, step) => segments[this.here + direction * (step + 1)]);
    const wanted = next.filter((segment) => segment !== undefined && !this.has(segment));
    this.queue.prefetch([...new Set([...wanted, ...this.untold()])].flatMap((one) => one?.hash ?? []));
  }

  private untold(): readonly OutlinedSegment[] {
    const missing = [...this.outline.segments.keys()].filter((index) => !this.told.has(index));
    missing.sort((one, other) => Math.abs(one - this.here) - Math.abs(other - this.here));
    const room = Math.max(0, MOST_FOR_THE_TIMELINE - this.told.size);
    return missing.slice(0, room).flatMap((index) => this.outline.segments[index] ?? []);
  }

  private has({ hash }: OutlinedSegment): boolean {
    return this.parts.cache.get(hash) !== undefined;
  }

  private async read(hash: string): Promise<Segment> {
    const known = this.parts.cache.get(hash);
    const { segment, weight } =
      known === undefined ? await this.parts.read(hash) : { segment: known, weight: 0 };
    const index = this.indexOf.get(hash) ?? 0;
    // What only the timeline wanted must not drive out what the playhead is about to need.
    const isNear = Math.abs(index - this.here) <= KEPT_AROUND;
    if (known === undefined && isNear) this.parts.cache.set(hash, segment, weight);
    if (!this.told.has(index)) {
      this.told.add(index);
      this.parts.onRead(index, segment);
    }
    return segment;
  }
}
