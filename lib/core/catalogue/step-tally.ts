/**
 * What a stretch of the log adds to the catalogue: its events by type, and which event followed which in the same stream.
 *
 * Whoever calls hands in the events by position, and in front of them the last event of every stream that goes on.
 */
import { type Gaps, gapBucket, joinGaps } from './gaps.ts';

export interface TalliedEvent {
  readonly streamId: bigint;
  readonly namespace: string;
  readonly entityType: string;
  readonly type: string;
  readonly position: bigint;
  readonly recordedAt: bigint;
  readonly occurredAt: bigint;
}

export interface TypeTally {
  readonly namespace: string;
  readonly entityType: string;
  readonly type: string;
  events: number;
  readonly firstPosition: bigint;
  lastPosition: bigint;
  firstRecorded: bigint;
  lastRecorded: bigint;
  firstOccurred: bigint;
  lastOccurred: bigint;
}

export interface FollowTally {
  readonly namespace: string;
  readonly entityType: string;
  /** The empty text: `after` is the first event of its stream. */
  readonly before: string;
  readonly after: string;
  events: number;
  /** Microseconds from one to the other as they happened, of those that went forwards, put together. */
  gapSum: bigint;
  readonly gaps: Gaps;
  /** Of the later event. */
  readonly firstPosition: bigint;
  lastPosition: bigint;
}

export type LastOfStream = Pick<TalliedEvent, 'type' | 'occurredAt'>;

/** No event has a type without a name. */
export const START = '';

export class StepTally {
  readonly types = new Map<string, TypeTally>();
  readonly follows = new Map<string, FollowTally>();

  /** `last`: by stream, for those that had events before. */
  constructor(private readonly last: Map<bigint, LastOfStream>) {}

  add(event: TalliedEvent): void {
    this.addType(event);
    this.addFollow(event, this.last.get(event.streamId) ?? null);
    this.last.set(event.streamId, event);
  }

  private addType({ namespace, entityType, type, position, recordedAt, occurredAt }: TalliedEvent): void {
    const key = `${namespace}\0${entityType}\0${type}`;
    const known = this.types.get(key);
    if (known === undefined) {
      this.types.set(key, {
        ...{ namespace, entityType, type, events: 1, firstPosition: position, lastPosition: position },
        ...{ firstRecorded: recordedAt, lastRecorded: recordedAt },
        ...{ firstOccurred: occurredAt, lastOccurred: occurredAt },
      });
      return;
    }
    known.events += 1;
    known.lastPosition = position;
    if (recordedAt < known.firstRecorded) known.firstRecorded = recordedAt;
    if (recordedAt > known.lastRecorded) known.lastRecorded = recordedAt;
    if (occurredAt < known.firstOccurred) known.firstOccurred = occurredAt;
    if (occurredAt > known.lastOccurred) known.lastOccurred = occurredAt;
  }

  private addFollow(event: TalliedEvent, last: LastOfStream | null): void {
    const { namespace, entityType, type: after, position } = event;
    const before = last?.type ?? START;
    const key = `${namespace}\0${entityType}\0${before}\0${after}`;
    let follow = this.follows.get(key);
    if (follow === undefined) {
      follow = {
        ...{ namespace, entityType, before, after, events: 0, gapSum: 0n, gaps: new Map() },
        ...{ firstPosition: position, lastPosition: position },
      };
      this.follows.set(key, follow);
    }
    follow.events += 1;
    follow.lastPosition = position;
    if (last === null) return;
    const gap = event.occurredAt - last.occurredAt;
    if (gap > 0n) follow.gapSum += gap;
    joinGaps(follow.gaps, [[gapBucket(gap), 1]]);
  }
}
