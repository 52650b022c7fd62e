/**
 * What the live stream of a question brings, between its coming and its being shown. All that came since the last time is handed on at once,
 * and of that only the newest as they are: thousands come in a second, of which nobody sees more than a screenful. The others are known by
 * where they are, and are looked up by whoever scrolls to them; where very many come, the stream itself has only counted them.
 *
 * Law: what is handed on is every event of the stream once and in its order, be it as it is or by its place.
 */
import { type ArrivedEvents, type ArrivedPage, MOST_GIVEN, MOST_SHOWN } from './arrived-events.ts';
import { PAGE_ROWS } from './found-question.ts';

export interface TailOptions {
  /** The position behind which the stream begins. */
  readonly after: bigint;
  show(arrived: ArrivedEvents): void;
  /** More waited than is shown, or the newest is not there yet: everything is to be looked up from the newest on. */
  lookAgain(): void;
  /** How many wait to be shown. */
  tell(waiting: number): void;
  /** Calls back once, when it is time to show something. */
  soon(callback: () => void): void;
}

export class LiveTail {
  /** The oldest first. */
  private newest: { readonly position: bigint; readonly text: string }[] = [];
  private pages: ArrivedPage[] = [];
  private seen: bigint;
  private count = 0;
  private told = 0;
  private isHeld = false;
  private isDue = false;

  constructor(private readonly options: TailOptions) {
    this.seen = options.after;
  }

  /** Where a lost connection goes on. */
  get position(): bigint {
    return this.seen;
  }

  take(position: bigint, text: string): void {
    if (position <= this.seen) return;
    this.seen = position;
    this.count += 1;
    this.newest.push({ position, text });
    if (this.newest.length === MOST_GIVEN + PAGE_ROWS) this.turnPage();
    this.lookSoon();
  }

  /** So many came of which only the place of the last is known. */
  pass(position: bigint, size: number): void {
    if (position <= this.seen) return;
    this.seen = position;
    this.count += size;
    if (this.newest.length > MOST_GIVEN) this.turnPage();
    if (this.newest.length > 0) this.turnPage(0);
    this.putPage({ size, last: position });
    this.lookSoon();
  }

  /** While it is held, what comes waits. */
  hold(isHeld: boolean): void {
    if (isHeld === this.isHeld) return;
    this.isHeld = isHeld;
    this.lookSoon();
  }

  /** Shows what waits. */
  show(): void {
    const { count } = this;
    if (count === 0) return;
    if (this.newest.length > MOST_GIVEN) this.turnPage();
    const { newest, pages } = this;
    this.count = 0;
    this.newest = [];
    this.pages = [];
    if (count > MOST_SHOWN || newest.length === 0) this.options.lookAgain();
    else this.options.show({ newest: newest.map(({ text }) => text).reverse(), pages });
    this.tell(0);
  }

  /** All but the newest are known by the last of them from now on. */
  private turnPage(given = MOST_GIVEN): void {
    const page = this.newest.splice(0, this.newest.length - given);
    const last = page.at(-1)?.position;
    if (last !== undefined) this.putPage({ size: page.length, last });
  }

  private putPage(page: ArrivedPage): void {
    // More are not shown, so that their places need not be known.
    if (this.count > MOST_SHOWN) return;
    const before = this.pages.at(-1);
    if (before === undefined || before.size + page.size > PAGE_ROWS) this.pages.push(page);
    else this.pages[this.pages.length - 1] = { size: before.size + page.size, last: page.last };
  }

  private lookSoon(): void {
    if (this.isDue) return;
    this.isDue = true;
    this.options.soon(() => {
      this.isDue = false;
      if (this.isHeld) this.tell(this.count);
      // Behind those that are only counted others are on their way, and in front of the rows none may be missing.
      else if (this.newest.length > 0) this.show();
    });
  }

  private tell(waiting: number): void {
    if (waiting === this.told) return;
    this.told = waiting;
    this.options.tell(waiting);
  }
}
