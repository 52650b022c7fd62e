/**
 * Headers of events by ordinal, read page by page from the worker: what is there can be looked at within a frame, what is not is
 * asked for and told when it has come. What else is read by pages and counted from 1 can be kept in one as well.
 */
import { EVENTS_A_PAGE, type ListedEvent } from './question.ts';

/** About sixteen thousand events. */
const MOST_PAGES = 256;
/** Who scrolls on no longer waits for what was asked before. */
const MOST_UNDER_WAY = 12;
/** What could not be had is asked for again by those who still look at it. */
const AGAIN_MS = 2_000;

type AskPage<Item> = (page: number) => Promise<readonly Item[]>;

export class EventBook<Item = ListedEvent> {
  /** Rises with each page that comes. */
  revision = 0;
  /** Rises when it is time to ask again for what could not be had. */
  turn = 0;
  private readonly pages = new Map<number, readonly Item[]>();
  private readonly underWay = new Set<number>();
  private readonly listeners = new Set<() => void>();
  private waiting: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly length: number,
    private readonly ask: AskPage<Item>,
  ) {}

  /** null: it has not come. */
  peek(ordinal: number): Item | null {
    return this.pages.get(pageOf(ordinal))?.[(ordinal - 1) % EVENTS_A_PAGE] ?? null;
  }

  /** Asks for those that are not there; ordinals outside of the history have no event. */
  want(ordinals: Iterable<number>): void {
    const wanted = new Set<number>();
    for (const ordinal of ordinals) if (ordinal >= 1 && ordinal <= this.length) wanted.add(pageOf(ordinal));
    for (const page of wanted) if (!this.touch(page)) this.fetch(page);
  }

  /** A page that was read elsewhere. */
  put(page: number, events: readonly Item[]): void {
    this.pages.set(page, events);
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= MOST_PAGES) break;
      this.pages.delete(oldest);
    }
    this.revision += 1;
    this.tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private touch(page: number): boolean {
    const events = this.pages.get(page);
    if (events === undefined) return false;
    this.pages.delete(page);
    this.pages.set(page, events);
    return true;
  }

  private fetch(page: number): void {
    if (this.underWay.has(page)) return;
    this.underWay.add(page);
    for (const oldest of this.underWay) {
      if (this.underWay.size <= MOST_UNDER_WAY) break;
      this.underWay.delete(oldest);
    }
    this.ask(page)
      .then((events) => this.put(page, events))
      .catch(() => this.askAgainLater())
      .finally(() => this.underWay.delete(page));
  }

  /** One that cannot be had stays a gap until then. */
  private askAgainLater(): void {
    this.waiting ??= setTimeout(() => {
      this.waiting = null;
      this.turn += 1;
      this.tell();
    }, AGAIN_MS);
  }
}

export const pageOf = (ordinal: number): number => Math.floor((ordinal - 1) / EVENTS_A_PAGE) + 1;
