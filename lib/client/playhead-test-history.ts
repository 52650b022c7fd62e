/** A history for tests of the timeline: only its headers say something. */
import type { Axis, EventHeader, History } from '#core';

export interface TestEvent {
  /** Microseconds since 1970 UTC. */
  readonly at: bigint;
  /** Where it is not the place, as on the occurred axis. */
  readonly version?: number;
  readonly type?: string;
  readonly actor?: string | null;
  readonly changes?: number;
  readonly removed?: boolean;
}

export function testHistory(events: readonly TestEvent[], axis: Axis = 'occurred'): History {
  let high = events[0]?.at ?? 0n;
  const headers = events.map((event, index): EventHeader => {
    const wentBack = event.at < high;
    if (!wentBack) high = event.at;
    return {
      ordinal: index + 1,
      version: event.version ?? index + 1,
      position: BigInt(index + 1),
      type: event.type ?? 'Noted',
      schemaVersion: 1,
      actor: event.actor ?? null,
      occurredAt: event.at,
      recordedAt: event.at,
      recordedHigh: high,
      flags: wentBack ? 16 : 0,
      removed: event.removed ?? false,
      changes: event.changes ?? 0,
      mark: null,
    };
  });
  return {
    axis,
    projection: { kind: 'replace', hash: 'test', name: 'replace' },
    length: headers.length,
    firstWhere: () => null,
    event: (ordinal) => {
      const header = headers[ordinal - 1];
      if (header === undefined) throw new RangeError(`There is no event ${ordinal}.`);
      return header;
    },
    ordinalOfVersion: (version) => version,
    ordinalAsOf: () => 0,
    stateAt: () => [],
    changesOf: () => [],
    diff: () => [],
    fieldHistory: () => [],
    nextChange: () => null,
  };
}

/** Events at these milliseconds after the first, in the order given. */
export const historyAt = (...milliseconds: readonly number[]): History =>
  testHistory(milliseconds.map((ms) => ({ at: BigInt(Math.round(ms * 1000)) })));
