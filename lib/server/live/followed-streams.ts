/**
 * The streams that somebody follows. However many follow one, a burst of appends to it is one wake-up and one question to the store, and
 * an append to another stream none.
 *
 * Law: whoever reads after a ring sees all that was appended before it. A page is shared only by those who ask for it while it is being
 * read, and not across a notification.
 */
import type { StoredEvent } from '#core';
import { databaseProblem, type Store, type StreamRecord } from '#store';
import type { EventDetail } from '#wire';
import { eventDetails } from '../event-details.ts';
import type { FoldPool } from '../fold/fold-pool.ts';

/** Payloads may be up to a megabyte each, and a page lies in memory for as long as its reader takes over it. */
export const LIVE_PAGE = 20;
/** The first of a burst rings at once; what follows so closely is heard together. */
const BURST_MS = 10;

interface Parts {
  readonly store: Pick<Store, 'onAppended' | 'eventsOf'>;
  readonly fold: Pick<FoldPool, 'upcast'>;
}

type Page = readonly EventDetail[];

export interface Follower {
  /** At most {@link LIVE_PAGE} events behind that version. Empty as well while the database is away. */
  read(after: number): Promise<Page>;
  leave(): void;
}

export class FollowedStreams {
  readonly #streams = new Map<bigint, FollowedStream>();

  constructor(private readonly parts: Parts) {}

  /** `ring` is called whenever it is worth looking. What is there already is not rung for: look after joining. */
  join(stream: StreamRecord, ring: () => void): Follower {
    const followed = this.#streams.get(stream.id) ?? new FollowedStream(this.parts, stream);
    this.#streams.set(stream.id, followed);
    const own = (): void => ring();
    followed.rings.add(own);
    return {
      read: (after) => followed.read(after),
      leave: () => {
        if (!followed.rings.delete(own) || followed.rings.size > 0) return;
        this.#streams.delete(stream.id);
        followed.close();
      },
    };
  }
}

class FollowedStream {
  readonly rings = new Set<() => void>();
  readonly close: () => void;
  readonly #reading = new Map<number, Promise<Page>>();
  #rung = Number.NEGATIVE_INFINITY;
  #later: NodeJS.Timeout | null = null;

  constructor(
    private readonly parts: Parts,
    private readonly stream: StreamRecord,
  ) {
    const leave = parts.store.onAppended((streams) => {
      if (streams === null || streams.has(stream.id)) this.#heard();
    });
    this.close = () => {
      leave();
      if (this.#later !== null) clearTimeout(this.#later);
    };
  }

  read(after: number): Promise<Page> {
    const coming = this.#reading.get(after) ?? this.#pageAfter(after);
    this.#reading.set(after, coming);
    const over = (): void => {
      if (this.#reading.get(after) === coming) this.#reading.delete(after);
    };
    coming.then(over, over);
    return coming;
  }

  #heard(): void {
    // What is being read may have been begun before the append.
    this.#reading.clear();
    if (this.#later !== null) return;
    const wait = this.#rung + BURST_MS - performance.now();
    if (wait > 0) this.#later = setTimeout(() => this.#ring(), wait);
    else this.#ring();
  }

  #ring(): void {
    this.#later = null;
    this.#rung = performance.now();
    for (const ring of [...this.rings]) ring();
  }

  async #pageAfter(after: number): Promise<Page> {
    const events = await this.#eventsAfter(after);
    return eventDetails(this.parts.fold, this.stream.namespace, events);
  }

  /** While the database is away there is nothing new: it is rung for when it is back. */
  async #eventsAfter(after: number): Promise<readonly StoredEvent[]> {
    try {
      return await this.parts.store.eventsOf(this.stream.id, after, LIVE_PAGE);
    } catch (error) {
      if (databaseProblem(error) === null) throw error;
      return [];
    }
  }
}
