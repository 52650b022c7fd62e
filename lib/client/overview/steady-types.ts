/**
 * An overview that came after another keeps the colours of its types: where the same six are the most frequent, they stay in the order in which they
 * stood.
 *
 * Law: it says the same as the one that came.
 */
import type { OverviewAnswer } from '#wire';

export function steadyTypes(before: OverviewAnswer | undefined, next: OverviewAnswer): OverviewAnswer {
  if (before === undefined) return next;
  const { types, counts } = next.overTime;
  const places = before.overTime.types.map(({ type }) => types.findIndex((one) => one.type === type));
  if (places.length !== types.length || places.includes(-1)) return next;
  const inOrder = <T>(all: readonly T[]): T[] => places.flatMap((place) => all.slice(place, place + 1));
  return {
    ...next,
    overTime: {
      ...next.overTime,
      types: inOrder(types),
      counts: counts.map(({ at, events }) => ({ at, events: inOrder(events) })),
    },
  };
}
