/**
 * Whether a query asks for few events by the clock that a page is not sorted by. Then they are better fetched and sorted than met one by one in the
 * order of the page; the planner, which takes the two clocks for strangers, cannot know.
 */
import { type Query, timesOf } from '#core';
import type { Queryable } from '../event-row.ts';
import { askable } from '../read-models/holdable-text.ts';
import type { SearchClock } from './event-search.ts';

const FEW = 20_000n;
const DAY = 86_400_000_000n;

export async function asksForFewTimes(
  from: Queryable,
  namespace: string,
  query: Query,
  sort: SearchClock,
): Promise<boolean> {
  for (const axis of ['recorded', 'occurred'] as const) {
    const times = axis === sort ? null : timesOf(query, axis);
    if (times === null || times.from === null || times.to === null) continue;
    const { rows } = await from.query<{ events: bigint | null }>(
      `SELECT sum(events)::bigint AS events FROM rollup WHERE axis = $2 AND day > $3 AND day < $4
         AND namespace_id = (SELECT id FROM term WHERE namespace = '' AND kind = 'namespace' AND text = $1)`,
      [askable(namespace), axis === 'recorded' ? 0 : 1, times.from - DAY, times.to],
    );
    if ((rows[0]?.events ?? 0n) <= FEW) return true;
  }
  return false;
}
