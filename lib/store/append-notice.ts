/**
 * How an append tells other connections of itself. PostgreSQL hands a notification out after the commit that it is part of, so
 * whoever looks then sees the events; and one that is rolled back tells nobody.
 */
const CHANNEL = 'chronoscope_appended';

export const LISTEN = `LISTEN ${CHANNEL}`;

/** What a transaction added, or nothing yet. */
export class Added {
  #newest: bigint | null = null;
  readonly #streams = new Set<bigint>();

  /** `newest`: position of the newest event; `streamIds`: of all events. */
  note(newest: bigint, streamIds: Iterable<bigint>): void {
    this.#newest = newest;
    for (const id of streamIds) if (this.#streams.size <= MOST_STREAMS) this.#streams.add(id);
  }

  /** Goes in front of the commit, in the same message, so that it costs no round trip. */
  get notice(): string {
    if (this.#newest === null) return '';
    const streams = this.#streams.size > MOST_STREAMS ? '' : ` ${[...this.#streams].join()}`;
    return `NOTIFY ${CHANNEL}, '${this.#newest}${streams}'; `;
  }
}

/** A notification has room for 8,000 bytes, and a number for 19 digits. */
const MOST_STREAMS = 200;

/** The streams that a notification names; null: any may have been appended to. */
export function streamsIn(payload: string | undefined): ReadonlySet<bigint> | null {
  const named = /^\d+ (\d+(?:,\d+)*)$/.exec(payload ?? '')?.[1];
  return named === undefined ? null : new Set(named.split(',').map(BigInt));
}
