/** The one range of times that every event of a query lies in. */
import type { Query, TimeTerm } from './query.ts';

export interface Times {
  /** Microseconds since 1970 UTC, `from` inclusive and `to` exclusive; null is no bound. */
  readonly from: bigint | null;
  readonly to: bigint | null;
}

/** What all terms of the axis leave that stand at the top; null where none does. It is empty where they exclude each other. */
export function timesOf(query: Query, axis: TimeTerm['axis']): Times | null {
  const top = query.kind === 'and' ? query.of : [query];
  const terms = top.filter((term): term is TimeTerm => term.kind === 'time' && term.axis === axis);
  if (terms.length === 0) return null;
  return {
    from: furthest(
      terms.map(({ from }) => from),
      (one, other) => one > other,
    ),
    to: furthest(
      terms.map(({ to }) => to),
      (one, other) => one < other,
    ),
  };
}

function furthest(
  ends: readonly (bigint | null)[],
  isFurther: (one: bigint, other: bigint) => boolean,
): bigint | null {
  return ends.reduce((far, end) => (far === null || (end !== null && isFurther(end, far)) ? end : far), null);
}
