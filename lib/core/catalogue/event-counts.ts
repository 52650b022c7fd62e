/** How many events there were, and between which places of the log and which times of either clock they lie. Law: joinCounts counts both. */
export interface CountedEvent {
  readonly position: bigint;
  readonly recordedAt: bigint;
  readonly occurredAt: bigint;
}

export interface EventCounts {
  events: number;
  firstPosition: bigint;
  lastPosition: bigint;
  firstRecorded: bigint;
  lastRecorded: bigint;
  firstOccurred: bigint;
  lastOccurred: bigint;
}

export function countsOfOne({ position, recordedAt, occurredAt }: CountedEvent): EventCounts {
  return {
    ...{ events: 1, firstPosition: position, lastPosition: position },
    ...{ firstRecorded: recordedAt, lastRecorded: recordedAt },
    ...{ firstOccurred: occurredAt, lastOccurred: occurredAt },
  };
}

/** Into `to`; the event stands behind all that is counted there. */
export function countIn(to: EventCounts, { position, recordedAt, occurredAt }: CountedEvent): void {
  to.events += 1;
  to.lastPosition = position;
  if (recordedAt < to.firstRecorded) to.firstRecorded = recordedAt;
  if (recordedAt > to.lastRecorded) to.lastRecorded = recordedAt;
  if (occurredAt < to.firstOccurred) to.firstOccurred = occurredAt;
  if (occurredAt > to.lastOccurred) to.lastOccurred = occurredAt;
}

export function joinCounts(to: EventCounts, from: Readonly<EventCounts>): void {
  to.events += from.events;
  if (from.firstPosition < to.firstPosition) to.firstPosition = from.firstPosition;
  if (from.lastPosition > to.lastPosition) to.lastPosition = from.lastPosition;
  if (from.firstRecorded < to.firstRecorded) to.firstRecorded = from.firstRecorded;
  if (from.lastRecorded > to.lastRecorded) to.lastRecorded = from.lastRecorded;
  if (from.firstOccurred < to.firstOccurred) to.firstOccurred = from.firstOccurred;
  if (from.lastOccurred > to.lastOccurred) to.lastOccurred = from.lastOccurred;
}
