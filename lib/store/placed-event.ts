/** One event with everything that is decided under the lock: its place, its times, what its leaf is made of. */
import { EVENT_FLAGS, fail, ok, type Result } from '#core';
import { Commitment } from './commitment.ts';
import { CALLER_FLAGS } from './event-content.ts';
import type { PreparedItem } from './prepared-item.ts';
import type { StreamHead } from './stream-heads.ts';

export interface PlacedEvent {
  readonly prepared: PreparedItem;
  readonly position: bigint;
  readonly occurredAt: bigint;
  readonly recordedAt: bigint;
  readonly ingestedAt: bigint;
  readonly recordedHigh: bigint;
  readonly flags: number;
  readonly commitment: Commitment;
  /** The stream's head before (undefined: this is its first event) and after. */
  readonly before: StreamHead | undefined;
  readonly after: StreamHead;
}

export interface Place {
  readonly position: bigint;
  /** The clock of the database. */
  readonly now: bigint;
  readonly head: StreamHead | undefined;
  readonly streamKey: string;
}

export function placeEvent(prepared: PreparedItem, place: Place): Result<PlacedEvent> {
  const { restored } = prepared.item;
  const times = timesOf(prepared, place);
  const version = (place.head?.version ?? 0) + 1;
  const { occurredAt, recordedAt, ingestedAt, recordedHigh, flags } = times;
  const leaf = { stream: place.streamKey, version, flags, occurredAt, recordedAt, ingestedAt };
  const commitment = new Commitment(prepared, leaf);
  if (restored !== undefined && (restored.leafHash !== commitment.hash || restored.flags !== flags)) {
    return fail(
      'CS-303',
      `The event does not give the leaf hash that it came with (${restored.leafHash}, computed ${commitment.hash}): it was changed after it was exported.`,
    );
  }
  const after = headAfter(prepared, place, version, times);
  return ok({
    prepared,
    position: place.position,
    occurredAt,
    recordedAt,
    ingestedAt,
    recordedHigh,
    flags,
    commitment,
    before: place.head,
    after,
  });
}

interface Times {
  readonly occurredAt: bigint;
  readonly recordedAt: bigint;
  readonly ingestedAt: bigint;
  readonly recordedHigh: bigint;
  readonly flags: number;
}

function timesOf(prepared: PreparedItem, place: Place): Times {
  const { event, restored } = prepared.item;
  const ingestedAt = restored?.ingestedAt ?? place.now;
  const recordedAt = event.recordedAt ?? ingestedAt;
  const occurredAt = event.occurredAt ?? recordedAt;
  const high = place.head?.lastRecorded ?? recordedAt;
  const wentBack = recordedAt < high;
  const given =
    restored === undefined
      ? (event.flags & CALLER_FLAGS) |
        (event.occurredAt === null ? EVENT_FLAGS.occurredIsOurs : 0) |
        (event.recordedAt === null ? EVENT_FLAGS.recordedIsOurs : 0)
      : restored.flags & ~EVENT_FLAGS.recordedWentBack;
  const flags = given | (wentBack ? EVENT_FLAGS.recordedWentBack : 0);
  return { occurredAt, recordedAt, ingestedAt, recordedHigh: wentBack ? high : recordedAt, flags };
}

function headAfter(prepared: PreparedItem, place: Place, version: number, times: Times): StreamHead {
  const { head } = place;
  const recordedGiven = (times.flags & EVENT_FLAGS.recordedIsOurs) === 0;
  const { namespace, entityType, entityId } = prepared.ref;
  // Written out: a spread here took a third of the time under the lock.
  return {
    namespace,
    entityType,
    entityId,
    id: head?.id ?? null,
    key: place.streamKey,
    version,
    lastPosition: place.position,
    firstRecorded: head?.firstRecorded ?? times.recordedHigh,
    lastRecorded: times.recordedHigh,
    firstOccurred: lower(head?.firstOccurred, times.occurredAt),
    lastOccurred: higher(head?.lastOccurred, times.occurredAt),
    removed: prepared.item.event.removed,
    recordedGiven: recordedGiven && (head?.recordedGiven ?? true),
  };
}

const lower = (a: bigint | undefined, b: bigint): bigint => (a !== undefined && a < b ? a : b);
const higher = (a: bigint | undefined, b: bigint): bigint => (a !== undefined && a > b ? a : b);
