/** The six most frequent types and the others together, over time, and how much changed. */
import { type Clause, formatInstant } from '#core';
import type { FoundActivity } from '#store';
import type { OverviewAnswer } from '#wire';
import { exactly, noneOf } from './overview-queries.ts';

const NAMED = 6;

export function overTimeAnswer(
  { width, clock, types, counts, changes }: FoundActivity,
  of: (clause: Clause) => string,
): OverviewAnswer['overTime'] {
  const named = types.slice(0, NAMED);
  const others = types.slice(NAMED);
  const answered: OverviewAnswer['overTime']['types'] = named.map(({ name, events }) => ({
    type: name,
    types: 1,
    events,
    q: of(exactly('type', name)),
  }));
  if (others.length > 0)
    answered.push({
      type: null,
      types: others.length,
      events: others.reduce((sum, { events }) => sum + events, 0),
      q: of(
        noneOf(
          'type',
          named.map(({ name }) => name),
        ),
      ),
    });
  const bars: { at: string; events: number[] }[] = [];
  let last: bigint | null = null;
  for (const { at, type, events } of counts) {
    if (at !== last) bars.push({ at: formatInstant(at), events: answered.map(() => 0) });
    last = at;
    const bar = bars.at(-1)?.events;
    const slot = Math.min(type, NAMED);
    if (bar !== undefined) bar[slot] = (bar[slot] ?? 0) + events;
  }
  return {
    width: String(width),
    clock,
    types: answered,
    counts: bars,
    changes: changes?.map(({ at, changes: fields }) => ({ at: formatInstant(at), fields })) ?? null,
  };
}
