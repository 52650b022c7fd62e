/**
 * What the live stream of a question brings, between its coming and its being shown. A frame takes all that came before it, however much
 * that is.
 *
 * Law: what is handed on, with what was looked up anew where too much waited, is every event of the stream once and in its order.
 */
import type { FoundEventAnswer } from '#wire';

/** More than these are not kept: they are looked up when they are wanted. */
export const MOST_WAITING = 5_000;
/** After so many the rows begin anew: what nobody will scroll back to would be carried along for as long as the page is open. */
export const MOST_SHOWN = 50_000;

export interface TailOptions {
  /** The position behind which the stream begins. */
  readonly after: bigint;
  /** Newest first. false: they cannot be shown where they belong. */
  show(events: readonly FoundEventAnswer[]): boolean;
  /** Everything is to be looked up from the newest on. */
  lookAgain(): void;
  /** Calls back once, at the next frame. */
  frame(callback: () => void): void;
}

export class LiveTail {
  private kept: FoundEventAnswer[] = [];
  private seen: bigint;
  private count = 0;
  private shown = 0;
  private isHeld = false;
  private isDue = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: TailOptions) {
    this.seen = options.after;
  }

  /** Where a lost connection goes on. */
  get position(): bigint {
    return this.seen;
  }

  /** How many wait to be shown. */
  readonly waiting = (): number => (this.isHeld ? this.count : 0);

  take(event: FoundEventAnswer): void {
    const position = BigInt(event.position);
    if (position <= this.seen) return;
    this.seen = position;
    this.count += 1;
    if (this.count <= MOST_WAITING) this.kept.push(event);
    else this.kept = [];
    this.soon();
  }

  /** While it is held, what comes waits. */
  hold(isHeld: boolean): void {
    if (isHeld === this.isHeld) return;
    this.isHeld = isHeld;
    this.soon();
  }

  /** Shows what waits. */
  show(): void {
    if (this.count === 0) return;
    const events = this.kept.toReversed();
    this.shown += this.count;
    const isShown = this.count <= MOST_WAITING && this.shown <= MOST_SHOWN && this.options.show(events);
    this.count = 0;
    this.kept = [];
    if (!isShown) this.beginAnew();
    this.tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private beginAnew(): void {
    this.shown = 0;
    this.options.lookAgain();
  }

  private soon(): void {
    if (this.isDue) return;
    this.isDue = true;
    this.options.frame(() => {
      this.isDue = false;
      if (this.isHeld) this.tell();
      else this.show();
    });
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
