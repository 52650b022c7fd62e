/**
 * The rows of a search in the order of its question, from a place in both directions, page by page.
 *
 * Rows have ordinals that stay while pages come: 0 is the row at the place it was opened at, what is in front of it is negative. Only some
 * thousands of rows are in memory. A page that was let go keeps its place and its length, and is asked again when it comes into sight; where
 * something was found in it meanwhile, what lies beyond it is asked anew.
 *
 * Law: what is read from one end to the other is what one page of any length would hold.
 */
import type { FoundEventAnswer, FoundPageAnswer } from '#wire';
import { MOST_SHOWN } from './arrived-events.ts';
import { ChangesLearner } from './changes-learner.ts';
import { PAGE_ROWS, type PagePlace } from './found-question.ts';
import { inFrontOf } from './in-front-of.ts';

export const MOST_ROWS = 3_000;

export type RowsAnswer = Pick<FoundPageAnswer, 'events' | 'next' | 'searchedTo'>;

export interface CameSince {
  readonly newest: readonly FoundEventAnswer[];
  /** What is not given, but known to be there; `head` is the place of the first of a page. */
  readonly pages: readonly { readonly size: number; readonly head: string }[];
}

export interface FirstPages {
  readonly forward: RowsAnswer;
  /** What is in front of the place; null: nothing was asked. */
  readonly back: RowsAnswer | null;
}

interface Page extends PagePlace {
  readonly start: number;
  readonly size: number;
  /** In the order of the question; null: let go, or not asked for yet. */
  readonly events: readonly FoundEventAnswer[] | null;
  /** The place of its first row; null: it has none. */
  readonly head: string | null;
  /** Behind which the page beyond it begins; null: it is the last. */
  readonly next: string | null;
}

export interface RowsOptions {
  ask(place: PagePlace, limit: number): Promise<RowsAnswer>;
  placeOf(event: FoundEventAnswer): string;
  /** A place that is to be row 0; null: the first row. */
  readonly anchor: string | null;
  readonly direction: 'desc' | 'asc';
  readonly first: FirstPages | null;
}

export class FoundRows {
  readonly anchor: string | null;
  private pages: readonly Page[] = [];
  private readonly asked = new Set<string>();
  private readonly chosen = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private told = 0;
  private failure: Error | null = null;
  private readonly learner: ChangesLearner;
  private firstSearchedTo: string | null = null;

  constructor(private readonly options: RowsOptions) {
    this.anchor = options.anchor;
    const { first, direction, placeOf } = options;
    this.learner = new ChangesLearner({
      pages: () => this.pages,
      areShown: () => this.listeners.size > 0,
      ask: async (event, limit) => {
        const place = { after: inFrontOf(placeOf(event), direction), isBack: false };
        return (await options.ask(place, limit)).events;
      },
      onLearned: (known) => this.learn(known),
    });
    if (first === null) return;
    this.put(this.firstPlace, first.forward);
    if (first.back === null || this.anchor === null) return;
    this.put({ after: this.anchor, isBack: true }, first.back);
    // What came between the two questions is in this one.
    this.firstSearchedTo = first.back.searchedTo;
  }

  /** Nothing came yet. */
  get isEmpty(): boolean {
    return this.pages.length === 0;
  }

  get start(): number {
    return this.pages[0]?.start ?? 0;
  }

  /** Behind the last row that is known. */
  get end(): number {
    const last = this.pages.at(-1);
    return last === undefined ? 0 : last.start + last.size;
  }

  /** There are no rows in front of those that are known. */
  get beginsHere(): boolean {
    return this.beyond(true) === null;
  }

  get endsHere(): boolean {
    return this.beyond(false) === null;
  }

  /** Up to where the log was searched when the first of them came, or what is in front of these with them, as a position; null: none came yet. */
  get searchedTo(): string | null {
    return this.firstSearchedTo;
  }

  /** Why rows are missing; null: none is, or they are on their way. */
  get problem(): Error | null {
    return this.failure;
  }

  at(ordinal: number): FoundEventAnswer | null {
    const page = this.pages.find(({ start, size }) => ordinal >= start && ordinal < start + size);
    return page?.events?.[ordinal - page.start] ?? null;
  }

  /** Of a row that is in memory, or was chosen; null: it is not known. */
  ordinalOf(place: string): number | null {
    const known = place === this.anchor ? 0 : this.chosen.get(place);
    if (known !== undefined) return known;
    for (const { start, events } of this.pages) {
      const nth = events?.findIndex((event) => this.options.placeOf(event) === place) ?? -1;
      if (nth < 0) continue;
      this.chosen.set(place, start + nth);
      return start + nth;
    }
    return null;
  }

  /** It is known by its place from now on, also when its page is let go. */
  choose(ordinal: number): string | null {
    const event = this.at(ordinal);
    if (event === null) return null;
    const place = this.options.placeOf(event);
    this.chosen.set(place, ordinal);
    return place;
  }

  /** These rows are in sight: what of them is missing is asked for, and what is far from them is let go. */
  need(from: number, to: number): void {
    if (this.failure !== null) return;
    if (this.isEmpty) this.load(this.firstPlace);
    for (const page of this.pages)
      if (page.events === null && page.size > 0 && page.start < to && page.start + page.size > from)
        this.load(page, page.size);
    const back = this.beyond(true);
    if (from < this.start && back !== null) this.load(back);
    const forward = this.beyond(false);
    if (to > this.end && forward !== null) this.load(forward);
    this.letGo(from, to);
    this.learner.see(from, to);
  }

  /**
   * What came since, as it comes first in the order of the question: `newest` in front of `pages`, of which the last is in front of the others.
   * false: what is in front of the known rows is not known, so that these cannot be put there.
   */
  prepend({ newest, pages }: CameSince): boolean {
    if (this.isEmpty || !this.beginsHere) return false;
    for (const { size, head } of pages) this.putInFront(null, size, head);
    for (let end = newest.length; end > 0; end -= PAGE_ROWS) {
      const events = newest.slice(Math.max(0, end - PAGE_ROWS), end);
      this.putInFront(events, events.length, this.headOf(events));
    }
    this.cutFarEnd();
    this.tell();
    return true;
  }

  /** After a failure. */
  tryAgain(): void {
    this.failure = null;
    this.tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly revision = (): number => this.told;

  private get firstPlace(): PagePlace {
    const { anchor, direction } = this.options;
    return { after: anchor === null ? null : inFrontOf(anchor, direction), isBack: false };
  }

  /** The page beyond what is known; null: there is none. */
  private beyond(isBack: boolean): PagePlace | null {
    const outer = isBack ? this.pages[0] : this.pages.at(-1);
    if (outer === undefined) return null;
    if (outer.isBack === isBack) return outer.next === null ? null : { after: outer.next, isBack };
    // In front of a place there is a page that was not asked for yet.
    if (isBack) return this.anchor === null ? null : { after: this.anchor, isBack };
    // Behind one that was read towards the front there are others only where the far end was cut off.
    return outer.after === null
      ? null
      : { after: inFrontOf(outer.after, this.options.direction), isBack: false };
  }

  /** A page that was let go comes again with as many rows as it had, so that what lies beyond it stays where it is. */
  private load({ after, isBack }: PagePlace, limit = PAGE_ROWS): void {
    const key = `${isBack} ${after}`;
    if (this.asked.has(key)) return;
    this.asked.add(key);
    this.options
      .ask({ after, isBack }, limit)
      .then(
        (answer) => this.put({ after, isBack }, answer),
        (error: unknown) => {
          this.failure = error instanceof Error ? error : new Error(String(error));
        },
      )
      .finally(() => {
        this.asked.delete(key);
        this.tell();
      });
  }

  private put({ after, isBack }: PagePlace, { events, next, searchedTo }: RowsAnswer): void {
    this.firstSearchedTo ??= searchedTo;
    const size = events.length;
    const inOrder = isBack ? [...events].reverse() : events;
    const known = this.pages.findIndex((page) => page.after === after && page.isBack === isBack);
    const was = this.pages[known];
    // What it was to follow is another page by now.
    if (was === undefined && !this.isEmpty && this.beyond(isBack)?.after !== after) return;
    const inner = isBack ? this.start : this.end;
    const start = isBack ? (was === undefined ? inner : was.start + was.size) - size : (was?.start ?? inner);
    const page: Page = { after, isBack, start, size, events: inOrder, head: this.headOf(inOrder), next };
    if (was === undefined) this.pages = isBack ? [page, ...this.pages] : [...this.pages, page];
    else if (was.next === next && was.size === size) this.pages = this.pages.with(known, page);
    else this.pages = isBack ? [page, ...this.pages.slice(known + 1)] : [...this.pages.slice(0, known), page];
  }

  /** Rows stay where they are. */
  private learn(known: ReadonlyMap<string, FoundEventAnswer>): void {
    const learned = (event: FoundEventAnswer): FoundEventAnswer =>
      event.changed === null ? (known.get(event.position) ?? event) : event;
    this.pages = this.pages.map((page) => ({ ...page, events: page.events?.map(learned) ?? null }));
    this.tell();
  }

  /** As if it had been asked for, so that it can be let go and asked for again. */
  private putInFront(events: Page['events'], size: number, head: Page['head']): void {
    const [front, ...rest] = this.pages;
    if (front === undefined) return;
    const start = front.start - size;
    if (front.isBack && front.events !== null && events !== null && front.size + size <= PAGE_ROWS) {
      const grown = { ...front, start, size: front.size + size, events: [...events, ...front.events], head };
      this.pages = [grown, ...rest];
      return;
    }
    const after = front.head;
    const page: Page = { after, isBack: true, start, size, events, head, next: null };
    this.pages = [page, front.isBack ? { ...front, next: after } : front, ...rest];
  }

  /** What is far behind the newest rows is no longer known; it is asked for like anything that was never known. */
  private cutFarEnd(): void {
    let kept = this.pages.length;
    for (let rows = this.end - this.start; kept > 1; kept -= 1) {
      rows -= this.pages[kept - 1]?.size ?? 0;
      if (rows < MOST_SHOWN) break;
    }
    if (kept < this.pages.length) this.pages = this.pages.slice(0, kept);
  }

  private headOf(events: readonly FoundEventAnswer[]): string | null {
    const [first] = events;
    return first === undefined ? null : this.options.placeOf(first);
  }

  private letGo(from: number, to: number): void {
    const distance = ({ start, size }: Page) => Math.max(start - to, from - (start + size), 0);
    const held = this.pages.filter(({ events }) => events !== null);
    let rows = held.reduce((sum, { size }) => sum + size, 0);
    for (const page of held.sort((one, other) => distance(other) - distance(one))) {
      if (rows <= MOST_ROWS || distance(page) === 0) return;
      rows -= page.size;
      this.pages = this.pages.map((one) => (one === page ? { ...page, events: null } : one));
    }
  }

  private tell(): void {
    this.told += 1;
    for (const listener of this.listeners) listener();
  }
}
