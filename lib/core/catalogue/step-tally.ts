/**
 * What a stretch of the log adds to the catalogue: its events by type, and which event followed which in the same stream.
 *
 * Whoever calls hands in the events by position, and in front of them the last event of every stream that goes on.
 */
import { DayTally } from './day-tally.ts';
import { countIn, countsOfOne, type EventCounts } from './event-counts.ts';
import {
  countStep,
  type FollowTally,
  followName,
  gapBehind,
  type LastOfStream,
  newFollow,
  type TalliedEvent,
} from './follow-tally.ts';

export interface TypeTally extends EventCounts {
  readonly namespace: string;
  readonly entityType: string;
  readonly type: string;
}

export class StepTally {
  readonly types = new Map<string, TypeTally>();
  readonly follows = new Map<string, FollowTally>();
  readonly days = new DayTally();

  /** `last`: by stream, for those that had events before. */
  constructor(private readonly last: Map<bigint, LastOfStream>) {}

  add(event: TalliedEvent): void {
    const last = this.last.get(event.streamId) ?? null;
    this.addType(event);
    this.addFollow(event, last);
    this.days.add(event, last);
    this.last.set(event.streamId, event);
  }

  private addType(event: TalliedEvent): void {
    const { namespace, entityType, type } = event;
    const key = `${namespace}\0${entityType}\0${type}`;
    const known = this.types.get(key);
    if (known === undefined) this.types.set(key, { namespace, entityType, type, ...countsOfOne(event) });
    else countIn(known, event);
  }

  private addFollow(event: TalliedEvent, last: LastOfStream | null): void {
    const name = followName(event, last);
    const key = `${name.namespace}\0${name.entityType}\0${name.before}\0${name.after}`;
    const follow = this.follows.get(key) ?? newFollow(name, event.position);
    if (follow.events === 0) this.follows.set(key, follow);
    countStep(follow, event.position, gapBehind(event, last));
  }
}
