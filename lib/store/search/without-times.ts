import type { Query } from '#core';

/** What else a query asks, whose times stand at its top. */
export function withoutTimes(query: Query): Query {
  if (query.kind === 'time') return { kind: 'all' };
  if (query.kind !== 'and') return query;
  const [first, second, ...others] = query.of.filter((member) => member.kind !== 'time');
  if (first === undefined) return { kind: 'all' };
  return second === undefined ? first : { kind: 'and', of: [first, second, ...others] };
}
