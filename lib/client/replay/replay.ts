/**
 * One history as a page has it: its length and outline at once, everything else by asking the worker.
 *
 * What the page brought along is answered without asking, so that the first picture is there before the worker is.
 */
import type { Axis, ProjectionLabel } from '#core';
import { type ReadOutline, readOutline } from '#wire';
import { versionAt } from '../playhead-words.ts';
import type { ResolvedMoment } from '../resolve-moment.ts';
import { type SegmentColumns, TimelineColumns, type TimelineTypes, typesOf } from '../timeline-columns.ts';
import { EventBook, pageOf } from './event-book.ts';
import {
  type Answered,
  type AnswerTo,
  type ListedEvent,
  type Progress,
  type Question,
  questionKey,
  type Scene,
} from './question.ts';
import type { OpenHistory, ReplayChannel } from './replay-channel.ts';

export interface ReplaySource {
  /** As the server wrote it (outlineJson). */
  readonly outline: string;
  /** Path and query that answer it anew. */
  readonly outlinePath: string;
  readonly answered: readonly Answered[];
  /** Of short histories, so that nothing has to be guessed. */
  readonly columns: SegmentColumns | null;
}

export class Replay {
  /** Stands for entity, axis and how much is known; another history has another key. */
  readonly key: string;
  readonly axis: Axis;
  readonly projection: ProjectionLabel;
  /** Number of events, which is the highest ordinal. */
  readonly length: number;
  readonly events: EventBook;
  readonly outline: ReadOutline;
  private readonly answered: Map<string, Answered['answer']>;
  private readonly types: TimelineTypes;
  private drawn: TimelineColumns | null = null;
  private readonly watchers = new Set<() => void>();
  private opened: OpenHistory | null = null;

  constructor(
    private readonly source: ReplaySource,
    private readonly connect: () => ReplayChannel,
  ) {
    this.outline = readOutline(source.outline);
    this.key = `${source.outlinePath} ${this.outline.segments.at(-1)?.hash ?? ''}`;
    this.axis = this.outline.axis;
    this.projection = this.outline.projection;
    this.length = this.outline.segments.at(-1)?.last ?? 0;
    this.events = new EventBook(this.length, (page) => this.ask({ what: 'events', page }));
    this.types = typesOf(this.outline);
    this.answered = new Map(source.answered.map(({ question, answer }) => [questionKey(question), answer]));
    for (const { question, answer } of source.answered.filter(isPage)) this.events.put(question.page, answer);
  }

  /** What the timeline draws; told more exactly with every segment that is read. */
  get columns(): TimelineColumns {
    if (this.drawn === null) {
      this.drawn = new TimelineColumns(this.outline.segments, this.types);
      if (this.source.columns !== null) this.drawn.tell(this.source.columns);
    }
    return this.drawn;
  }

  /** The event types with their counts, the most frequent first. */
  get typeCounts(): readonly { readonly name: string; readonly events: number }[] {
    const { names, counts } = this.types;
    const all = [...names].map(([name, index]) => ({ name, events: counts[index] ?? 0 }));
    return all.sort((one, other) => other.events - one.events);
  }

  /** The slot of the colour and the shape of an event type. */
  slotOf(type: string): number {
    return this.types.slots[this.types.names.get(type) ?? 0] ?? 0;
  }

  /** Called whenever the columns or the events have become more. */
  readonly watch = (watcher: () => void): (() => void) => {
    const leave = this.events.subscribe(watcher);
    this.watchers.add(watcher);
    return () => {
      leave();
      this.watchers.delete(watcher);
    };
  };

  /** The header of an event; null where it has not come yet. */
  readonly peek = (ordinal: number): ListedEvent | null => this.events.peek(ordinal);

  /** The header of an event, asked for where it has not come. */
  async read(ordinal: number): Promise<ListedEvent> {
    const page = await this.ask({ what: 'events', page: pageOf(ordinal) });
    const event = page.find((one) => one.ordinal === ordinal);
    if (event === undefined) throw new Error(`There is no event ${ordinal} of ${this.length}.`);
    return event;
  }

  /** The version of an event, which stays true when the log grows; 0 is before the first. */
  async versionOf(ordinal: number): Promise<number> {
    const known = versionAt(this, ordinal);
    if (known !== null) return known;
    return (await this.read(ordinal)).version;
  }

  /** The ordinal that a moment means; it is remembered. Where it cannot be found, the newest event with the reason. */
  async findMoment(text: string, logHead: bigint): Promise<ResolvedMoment> {
    try {
      const found = await this.ask({ what: 'moment', text, logHead });
      if (found.problem === null) this.remember(text, found.ordinal, logHead);
      return found;
    } catch (error) {
      return { ordinal: this.length, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  /** A moment that was found by other means, so that nobody has to ask for it. */
  remember(text: string, ordinal: number, logHead: bigint): void {
    this.answered.set(questionKey({ what: 'moment', text, logHead }), { ordinal, problem: null });
  }

  /** Asks for what a first picture at the moment needs, so that it can be drawn in one go. */
  async prepare(at: string | null, logHead: bigint): Promise<void> {
    const question: Question = { what: 'moment', text: at, logHead };
    const moment = await this.ask(question);
    this.answered.set(questionKey(question), moment);
    await this.prepareScene(moment.ordinal);
  }

  /** The scene that was there first: what is drawn until another has come. */
  get firstScene(): Scene {
    for (const answer of this.answered.values()) if ('leaves' in answer) return answer;
    throw new Error('A history is opened with a scene.');
  }

  /** What the page brought along; undefined: ask. */
  known<Q extends Question>(question: Q): AnswerTo<Q> | undefined;
  known(question: Question): Answered['answer'] | undefined {
    return this.answered.get(questionKey(question));
  }

  /** Rejects with NotWaitedFor, or with the reason why there is no answer. */
  async ask<Q extends Question>(
    question: Q,
    onProgress?: (progress: Progress) => void,
  ): Promise<AnswerTo<Q>> {
    const known = this.known(question);
    return known ?? this.askWorker(question, onProgress);
  }

  /** Has the worker read what the timeline lacks, even where the reader moves nothing and all answers came with the page. */
  completeTimeline(): void {
    if (this.columns.isExact) return;
    this.askWorker({ what: 'scene', ordinal: this.firstScene.ordinal }).catch(() => undefined);
  }

  /** The worker lets go of it; whoever asks afterwards opens it again. */
  close(): void {
    this.opened?.close();
    this.opened = null;
  }

  private askWorker<Q extends Question>(
    question: Q,
    onProgress?: (progress: Progress) => void,
  ): Promise<AnswerTo<Q>> {
    if (this.opened === null || this.opened.isLost) this.opened = this.open();
    return this.opened.ask(question, onProgress);
  }

  private async prepareScene(ordinal: number): Promise<void> {
    const scene = { what: 'scene', ordinal } as const;
    this.answered.set(questionKey(scene), await this.ask(scene));
    const page = pageOf(Math.max(1, ordinal));
    if (this.length > 0) this.events.put(page, await this.ask({ what: 'events', page }));
  }

  private open(): OpenHistory {
    return this.connect().open(this.source, (columns) => {
      this.columns.tell(columns);
      for (const watcher of this.watchers) watcher();
    });
  }
}

type PageQuestion = Extract<Question, { readonly what: 'events' }>;

const isPage = (one: Answered): one is Answered<PageQuestion> => one.question.what === 'events';
