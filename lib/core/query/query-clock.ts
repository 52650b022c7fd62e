/** When a query is read, and on whose clock; what it asks of times is instants from then on. */
export interface QueryClock {
  /** Microseconds since 1970 UTC. */
  readonly now: bigint;
  /** An IANA name, `UTC` or an offset. */
  readonly zone: string;
}
