/**
 * What a stretch of the log adds to the catalogue by UTC day, on either clock: from whole days it is put together as it was at a moment.
 *
 * An event belongs to the day of its clock. That one came right behind another is known from the day on at which both are: the later one of
 * their two, which is seldom that of the earlier event.
 */
import type { Axis } from '../event.ts';
import { dayOf } from '../history/sketch.ts';
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

export interface TypeDay extends EventCounts {
  readonly namespace: string;
  readonly entityType: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly axis: Axis;
  /** Days since 1970, UTC. */
  readonly day: number;
}

export interface FollowDay extends FollowTally {
  readonly axis: Axis;
  readonly day: number;
  /** When both events of the first and of the last such step were known. */
  firstKnown: bigint;
  lastKnown: bigint;
}

const AXES = ['recorded', 'occurred'] as const;

export class DayTally {
  readonly types = new Map<string, TypeDay>();
  readonly follows = new Map<string, FollowDay>();

  /** `last`: the event in front of it in its stream. */
  add(event: TalliedEvent, last: LastOfStream | null): void {
    for (const axis of AXES) {
      this.addType(event, axis);
      this.addFollow(event, last, axis);
    }
  }

  private addType(event: TalliedEvent, axis: Axis): void {
    const { namespace, entityType, type, schemaVersion } = event;
    const day = dayOf(clockOf(event, axis));
    const key = `${axis}\0${day}\0${schemaVersion}\0${namespace}\0${entityType}\0${type}`;
    const known = this.types.get(key);
    if (known !== undefined) countIn(known, event);
    else
      this.types.set(key, { namespace, entityType, type, schemaVersion, axis, day, ...countsOfOne(event) });
  }

  private addFollow(event: TalliedEvent, last: LastOfStream | null, axis: Axis): void {
    const name = followName(event, last);
    const known = knownAt(event, last, axis);
    const day = dayOf(known);
    const key = `${axis}\0${day}\0${name.namespace}\0${name.entityType}\0${name.before}\0${name.after}`;
    const follow = this.follows.get(key) ?? {
      ...newFollow(name, event.position),
      ...{ axis, day, firstKnown: known, lastKnown: known },
    };
    if (follow.events === 0) this.follows.set(key, follow);
    countStep(follow, event.position, gapBehind(event, last));
    if (known < follow.firstKnown) follow.firstKnown = known;
    if (known > follow.lastKnown) follow.lastKnown = known;
  }
}

type Clocks = Pick<TalliedEvent, 'recordedAt' | 'occurredAt'>;

const clockOf = ({ recordedAt, occurredAt }: Clocks, axis: Axis): bigint =>
  axis === 'recorded' ? recordedAt : occurredAt;

function knownAt(event: Clocks, last: Clocks | null, axis: Axis): bigint {
  const own = clockOf(event, axis);
  const before = last === null ? own : clockOf(last, axis);
  return before > own ? before : own;
}
