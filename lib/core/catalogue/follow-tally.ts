/** How often one event came right behind another in its stream, and after how long. Law: joinFollows counts both. */
import type { CountedEvent } from './event-counts.ts';
import { type Gaps, gapBucket, joinGaps } from './gaps.ts';

export interface TalliedEvent extends CountedEvent {
  readonly streamId: bigint;
  readonly namespace: string;
  readonly entityType: string;
  readonly type: string;
  readonly schemaVersion: number;
}

/** One event right behind another, in the streams of an entity type. */
export interface FollowName {
  readonly namespace: string;
  readonly entityType: string;
  /** The empty text: `after` is the first event of its stream. */
  readonly before: string;
  readonly after: string;
}

export interface FollowTally extends FollowName {
  events: number;
  /** Microseconds from one to the other as they happened, of those that went forwards, put together. */
  gapSum: bigint;
  readonly gaps: Gaps;
  /** Of the later event. */
  firstPosition: bigint;
  lastPosition: bigint;
}

export type LastOfStream = Pick<TalliedEvent, 'type' | 'recordedAt' | 'occurredAt'>;

/** No event has a type without a name. */
export const START = '';

export function followName(event: TalliedEvent, last: LastOfStream | null): FollowName {
  const { namespace, entityType, type: after } = event;
  return { namespace, entityType, before: last?.type ?? START, after };
}

/** From the event in front as they happened. */
export interface StepGap {
  readonly micros: bigint;
  readonly bucket: number;
}

export const stepGap = (micros: bigint): StepGap => ({ micros, bucket: gapBucket(micros) });

/** That none has been counted yet, and the first will be at this position. */
export const newFollow = (name: FollowName, position: bigint): FollowTally => ({
  ...name,
  ...{ events: 0, gapSum: 0n, gaps: new Map(), firstPosition: position, lastPosition: position },
});

/** The event stands behind all that is counted there. */
export function countStep(follow: FollowTally, position: bigint, gap: StepGap | null): void {
  follow.events += 1;
  follow.lastPosition = position;
  if (gap === null) return;
  if (gap.micros > 0n) follow.gapSum += gap.micros;
  follow.gaps.set(gap.bucket, (follow.gaps.get(gap.bucket) ?? 0) + 1);
}

/** Of the same name. */
export function joinFollows(to: FollowTally, from: FollowTally): void {
  to.events += from.events;
  to.gapSum += from.gapSum;
  joinGaps(to.gaps, from.gaps);
  if (from.firstPosition < to.firstPosition) to.firstPosition = from.firstPosition;
  if (from.lastPosition > to.lastPosition) to.lastPosition = from.lastPosition;
}
