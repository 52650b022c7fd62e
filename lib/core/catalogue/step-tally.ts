/**
 * What a stretch of the log adds to the catalogue: its events by type, and which event followed which in the same stream.
 *
 * Whoever calls hands in the events by position, and in front of them the last event of every stream that goes on.
 */
import { type FollowDay, FollowDays, type TypeDay, TypeDays } from './day-tally.ts';
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
  private readonly ofTypes = new Map<string, TypeTally>();
  /** By schema version as well. */
  private readonly ofKinds = new Map<string, { readonly tally: TypeTally; readonly days: TypeDays }>();
  private readonly ofFollows = new Map<string, { readonly tally: FollowTally; readonly days: FollowDays }>();

  /** `last`: by stream, for those that had events before. */
  constructor(private readonly last: Map<bigint, LastOfStream>) {}

  add(event: TalliedEvent): void {
    const last = this.last.get(event.streamId) ?? null;
    this.addType(event);
    this.addFollow(event, last);
    this.last.set(event.streamId, event);
  }

  types(): readonly TypeTally[] {
    return [...this.ofTypes.values()];
  }

  typeDays(): readonly TypeDay[] {
    return [...this.ofKinds.values()].flatMap(({ days }) => [...days.all.values()]);
  }

  follows(): readonly FollowTally[] {
    return [...this.ofFollows.values()].map(({ tally }) => tally);
  }

  followDays(): readonly FollowDay[] {
    return [...this.ofFollows.values()].flatMap(({ days }) => [...days.all.values()]);
  }

  private addType(event: TalliedEvent): void {
    const { namespace, entityType, type, schemaVersion } = event;
    const key = `${schemaVersion}\0${namespace}\0${entityType}\0${type}`;
    let kind = this.ofKinds.get(key);
    if (kind === undefined) {
      kind = { tally: this.typeOf(event), days: new TypeDays() };
      this.ofKinds.set(key, kind);
    }
    countIn(kind.tally, event);
    kind.days.add(event);
  }

  /** With no event yet. */
  private typeOf(event: TalliedEvent): TypeTally {
    const { namespace, entityType, type } = event;
    const key = `${namespace}\0${entityType}\0${type}`;
    const tally = this.ofTypes.get(key) ?? { namespace, entityType, type, ...countsOfOne(event), events: 0 };
    this.ofTypes.set(key, tally);
    return tally;
  }

  private addFollow(event: TalliedEvent, last: LastOfStream | null): void {
    const name = followName(event, last);
    const key = `${name.namespace}\0${name.entityType}\0${name.before}\0${name.after}`;
    let follow = this.ofFollows.get(key);
    if (follow === undefined) {
      follow = { tally: newFollow(name, event.position), days: new FollowDays() };
      this.ofFollows.set(key, follow);
    }
    countStep(follow.tally, event.position, gapBehind(event, last));
    follow.days.add(event, name, last);
  }
}
