/** What the explorer is asked of real histories, answered by the plainest code: every event is looked at. */
import { isDeepStrictEqual } from 'node:util';
import type { RealEvent } from './real-events.ts';

/** Events in the order of the log, by what they have in common. */
export function grouped(
  events: readonly RealEvent[],
  keyOf: (event: RealEvent) => string,
): ReadonlyMap<string, readonly RealEvent[]> {
  const groups = new Map<string, RealEvent[]>();
  for (const event of events) {
    const group = groups.get(keyOf(event));
    if (group === undefined) groups.set(keyOf(event), [event]);
    else group.push(event);
  }
  return groups;
}

export const entityOf = (event: RealEvent): string => JSON.stringify([event.entityType, event.entityId]);

/** How many events have each name, the most first. */
export function counted(
  events: readonly RealEvent[],
  nameOf: (event: RealEvent) => string | null,
): readonly { readonly name: string; readonly times: number }[] {
  const named = events.filter((event) => nameOf(event) !== null);
  return [...grouped(named, (event) => nameOf(event) ?? '')]
    .map(([name, of]) => ({ name, times: of.length }))
    .toSorted((one, other) => other.times - one.times);
}

/** Up to which event of the log, or which instant of the recorded axis, events are known. */
export type Known = { readonly events: number } | { readonly instant: number };

export function liveEntities(log: readonly RealEvent[], entityType: string, known: Known): number {
  return [...statesThen(log, entityType, known).values()].filter((state) => state !== null).length;
}

export type Difference = Readonly<Record<'appeared' | 'vanished' | 'changed', number>>;

export function difference(
  log: readonly RealEvent[],
  entityType: string,
  from: Known,
  to: Known,
): Difference {
  const before = statesThen(log, entityType, from);
  const pairs = [...statesThen(log, entityType, to)].map(([key, after]) => ({
    before: before.get(key) ?? null,
    after,
  }));
  const both = pairs.filter((pair) => pair.before !== null && pair.after !== null);
  return {
    appeared: pairs.filter((pair) => pair.before === null && pair.after !== null).length,
    vanished: pairs.filter((pair) => pair.before !== null && pair.after === null).length,
    changed: both.filter((pair) => !isDeepStrictEqual(pair.before, pair.after)).length,
  };
}

/** An entity stands behind its newest event that was recorded by then, whatever the clocks of earlier ones say. */
function statesThen(
  log: readonly RealEvent[],
  entityType: string,
  known: Known,
): ReadonlyMap<string, unknown> {
  const states = new Map<string, unknown>();
  const highest = new Map<string, number>();
  for (const [index, event] of log.entries()) {
    const key = entityOf(event);
    const high = Math.max(highest.get(key) ?? Number.NEGATIVE_INFINITY, event.recorded ?? 0);
    highest.set(key, high);
    const isKnown = 'events' in known ? index < known.events : high <= known.instant;
    if (isKnown && event.entityType === entityType) states.set(key, event.state);
  }
  return states;
}

/** How often one type of event comes right behind another in the streams of a type of entity. */
export function follows(
  log: readonly RealEvent[],
  entityType: string,
  before: string,
  behind: string,
): number {
  const streams = grouped(
    log.filter((event) => event.entityType === entityType),
    entityOf,
  );
  return [...streams.values()].reduce(
    (times, stream) =>
      times + stream.filter((event, at) => event.type === behind && stream[at - 1]?.type === before).length,
    0,
  );
}

export interface TwoSteps {
  /** null: the event is in no sequence. */
  readonly keyOf: (event: RealEvent) => string | null;
  readonly axis: 'recorded' | 'occurred';
  readonly first: (event: RealEvent) => boolean;
  readonly next: (event: RealEvent) => boolean;
  readonly withinMs: number;
}

/** How many events of the first kind there are, and behind how many of them comes one of the second in time. */
export function twoSteps(log: readonly RealEvent[], steps: TwoSteps): readonly [number, number] {
  const { keyOf, axis, first, next, withinMs } = steps;
  const timeOf = (event: RealEvent): number => event[axis] ?? 0;
  let starts = 0;
  let reached = 0;
  const inOne = log.filter((event) => keyOf(event) !== null);
  for (const group of grouped(inOne, (event) => keyOf(event) ?? '').values()) {
    // Of one instant, the first of the log is first.
    const ordered = group.toSorted((one, other) => timeOf(one) - timeOf(other));
    for (const [at, start] of ordered.entries()) {
      if (!first(start)) continue;
      starts += 1;
      const found = ordered.slice(at + 1).find(next);
      if (found !== undefined && timeOf(found) - timeOf(start) <= withinMs) reached += 1;
    }
  }
  return [starts, reached];
}
