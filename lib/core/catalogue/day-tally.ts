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
  type FollowName,
  type FollowTally,
  type LastOfStream,
  newFollow,
  stepGap,
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

/** The events of one type, entity type and schema version. */
export class TypeDays {
  readonly all = new Map<number, TypeDay>();

  add(event: TalliedEvent): void {
    for (const axis of AXES) {
      const day = dayOf(clockOf(event, axis));
      const known = this.all.get(keyOf(day, axis));
      if (known === undefined) this.all.set(keyOf(day, axis), newTypeDay(event, axis, day));
      else countIn(known, event);
    }
  }
}

/** The steps of one name. */
export class FollowDays {
  readonly all = new Map<number, FollowDay>();

  constructor(readonly name: FollowName) {}

  /** `last`: the event in front of it in its stream. */
  add(event: TalliedEvent, last: LastOfStream | null): void {
    const gap = last === null ? null : stepGap(event.occurredAt - last.occurredAt);
    for (const axis of AXES) {
      const known = knownAt(event, last, axis);
      const day = dayOf(known);
      let follow = this.all.get(keyOf(day, axis));
      if (follow === undefined) {
        follow = { ...newFollow(this.name, event.position), axis, day, firstKnown: known, lastKnown: known };
        this.all.set(keyOf(day, axis), follow);
      }
      countStep(follow, event.position, gap);
      if (known < follow.firstKnown) follow.firstKnown = known;
      if (known > follow.lastKnown) follow.lastKnown = known;
    }
  }
}

/** A number, as one is looked up for every event on each axis. */
const keyOf = (day: number, axis: Axis): number => 2 * day + (axis === 'recorded' ? 0 : 1);

function newTypeDay(event: TalliedEvent, axis: Axis, day: number): TypeDay {
  const { namespace, entityType, type, schemaVersion } = event;
  return { namespace, entityType, type, schemaVersion, axis, day, ...countsOfOne(event) };
}

type Clocks = Pick<TalliedEvent, 'recordedAt' | 'occurredAt'>;

const clockOf = ({ recordedAt, occurredAt }: Clocks, axis: Axis): bigint =>
  axis === 'recorded' ? recordedAt : occurredAt;

function knownAt(event: Clocks, last: Clocks | null, axis: Axis): bigint {
  const own = clockOf(event, axis);
  const before = last === null ? own : clockOf(last, axis);
  return before > own ? before : own;
}
