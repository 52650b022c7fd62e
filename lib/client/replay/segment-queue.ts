/**
 * Segments on their way: a few at once, what was asked for last first, because that is where the playhead is by now. What is
 * fetched ahead waits until nobody asks.
 */
import type { Segment } from '#core';

/** Browsers open six connections to a server; the page needs some for itself. */
const AT_ONCE = 4;
/** Who has waited behind so many others has been left behind by the playhead. */
const MOST_WAITING = 64;

type Read = (hash: string) => Promise<Segment>;

interface Order {
  readonly hash: string;
  readonly arrived: Promise<Segment>;
  settle(segment: Promise<Segment>): void;
}

/** Not an error: others were asked for since. */
export class LeftBehind extends Error {
  constructor() {
    super('The playhead has moved on.');
  }
}

export class SegmentQueue {
  private readonly underWay = new Map<string, Promise<Segment>>();
  /** The newest last. */
  private wanted: Order[] = [];
  private ahead: Order[] = [];
  /** Nobody asks any more. */
  isClosed = false;

  constructor(private readonly read: Read) {}

  /** Rejects with {@link LeftBehind} where too many were asked for since, or nobody asks any more. */
  want(hash: string): Promise<Segment> {
    if (this.isClosed) return Promise.reject(new LeftBehind());
    const known = this.underWay.get(hash);
    if (known !== undefined) return known;
    const order = this.taken(hash) ?? newOrder(hash);
    this.wanted.push(order);
    if (this.wanted.length > MOST_WAITING) this.wanted.shift()?.settle(Promise.reject(new LeftBehind()));
    this.next();
    return order.arrived;
  }

  /** Fetched once nobody waits, in the order given; takes the place of what was to be fetched ahead before. */
  prefetch(hashes: readonly string[]): void {
    if (this.isClosed) return;
    this.ahead = hashes.filter((hash) => !this.underWay.has(hash)).map(newOrder);
    this.next();
  }

  /** What is under way comes still; nothing else does. */
  close(): void {
    this.isClosed = true;
    this.ahead = [];
    for (const order of this.wanted.splice(0)) order.settle(Promise.reject(new LeftBehind()));
  }

  /** The order that stands already, taken out of its place. */
  private taken(hash: string): Order | undefined {
    const order = this.wanted.find((waiting) => waiting.hash === hash);
    this.wanted = this.wanted.filter((waiting) => waiting !== order);
    this.ahead = this.ahead.filter((waiting) => waiting.hash !== hash);
    return order;
  }

  private next(): void {
    while (this.underWay.size < AT_ONCE) {
      // One connection stays free for the playhead while others are fetched ahead.
      const order = this.wanted.pop() ?? (this.underWay.size < AT_ONCE - 1 ? this.ahead.shift() : undefined);
      if (order === undefined) return;
      const reading = this.read(order.hash).finally(() => {
        this.underWay.delete(order.hash);
        this.next();
      });
      this.underWay.set(order.hash, reading);
      order.settle(reading);
    }
  }
}

function newOrder(hash: string): Order {
  let settle: Order['settle'] = () => undefined;
  const arrived = new Promise<Segment>((resolve) => {
    settle = resolve;
  });
  // What is fetched ahead has nobody who would miss it.
  arrived.catch(() => undefined);
  return { hash, arrived, settle };
}
