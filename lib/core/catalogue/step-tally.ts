/**
 * What a stretch of the log adds to the catalogue: its events by type, and which event followed which in the same stream.
 *
 * Whoever calls hands in the events by position, and in front of them the last event of every stream that goes on.
 */
import { type FollowDay, FollowDays, type TypeDay, TypeDays } from './day-tally.ts';
import { type EventCounts, joinCounts } from './event-counts.ts';
import {
  type FollowTally,
  followName,
  joinFollows,
  type LastOfStream,
  newFollow,
  START,
  type TalliedEvent,
} from './follow-tally.ts';

export interface TypeTally extends EventCounts {
  readonly namespace: string;
  readonly entityType: string;
  readonly type: string;
}

/** An event is counted by its days alone: what there was in all is that of the days of one clock put together. */
export class StepTally {
  /** By schema version as well. */
  private readonly ofKinds = new Map<string, TypeDays>();
  private readonly ofFollows = new Map<string, FollowDays>();

  /** `last`: by stream, for those that had events before. */
  constructor(private readonly last: Map<bigint, LastOfStream>) {}

  add(event: TalliedEvent): void {
    this.daysOf(event).add(event);
    const last = this.last.get(event.streamId) ?? null;
    this.stepsTo(event, last).add(event, last);
    this.last.set(event.streamId, event);
  }

  types(): readonly TypeTally[] {
    const types = new Map<string, TypeTally>();
    for (const { axis, day: _, schemaVersion: _version, ...counted } of this.typeDays()) {
      if (axis !== 'recorded') continue;
      const key = `${counted.namespace}\0${counted.entityType}\0${counted.type}`;
      const known = types.get(key);
      if (known === undefined) types.set(key, counted);
      else joinCounts(known, counted);
    }
    return [...types.values()];
  }

  typeDays(): readonly TypeDay[] {
    return [...this.ofKinds.values()].flatMap(({ all }) => [...all.values()]);
  }

  follows(): readonly FollowTally[] {
    return [...this.ofFollows.values()].map(({ name, all }) => {
      const days = [...all.values()].filter(({ axis }) => axis === 'recorded');
      const tally = newFollow(name, days[0]?.firstPosition ?? 0n);
      for (const day of days) joinFollows(tally, day);
      return tally;
    });
  }

  followDays(): readonly FollowDay[] {
    return [...this.ofFollows.values()].flatMap(({ all }) => [...all.values()]);
  }

  private daysOf({ namespace, entityType, type, schemaVersion }: TalliedEvent): TypeDays {
    const key = `${schemaVersion}\0${namespace}\0${entityType}\0${type}`;
    const known = this.ofKinds.get(key);
    if (known !== undefined) return known;
    const days = new TypeDays();
    this.ofKinds.set(key, days);
    return days;
  }

  private stepsTo(event: TalliedEvent, last: LastOfStream | null): FollowDays {
    const key = `${event.namespace}\0${event.entityType}\0${last?.type ?? START}\0${event.type}`;
    const known = this.ofFollows.get(key);
    if (known !== undefined) return known;
    const steps = new FollowDays(followName(event, last));
    this.ofFollows.set(key, steps);
    return steps;
  }
}
