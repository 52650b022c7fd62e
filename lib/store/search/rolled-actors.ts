/**
 * How many events of a range of times each actor has, out of rollups.
 *
 * Law: it is what looking at every event would give. Whole blocks of days are added up as they are, the days of those that the range cuts from their
 * arrays, and what lies in a day that it cuts is looked at.
 */
import type { Axis } from '#core';
import type { Queryable } from '../event-row.ts';
import { DAYS_A_BLOCK } from '../read-models/packed-counts.ts';
import { Binder } from './binder.ts';
import type { CountedName } from './facets.ts';
import { DAY, downTo, upTo } from './whole-steps.ts';

interface ActorsRange {
  readonly namespaceId: number;
  readonly axis: Axis;
  /** Microseconds, `to` exclusive. */
  readonly from: bigint;
  readonly to: bigint;
}

export async function actorsIn(client: Queryable, range: ActorsRange): Promise<readonly CountedName[]> {
  const binder = new Binder();
  const days = [upTo(range.from, DAY), downTo(range.to, DAY)] as const;
  const parts =
    days[1] <= days[0]
      ? [looked(range, range.from, range.to, binder)]
      : [
          looked(range, range.from, days[0], binder),
          looked(range, days[1], range.to, binder),
          ...added(range, ...days, binder),
        ];
  const { rows } = await client.query<{ id: number | null; events: bigint }>(
    `SELECT actor_id AS id, sum(events)::bigint AS events FROM (${parts.join(' UNION ALL ')}) a
     GROUP BY actor_id HAVING sum(events) > 0`,
    binder.values,
  );
  return rows.map(({ id, events }) => ({ field: 'actor', id, events: Number(events) }));
}

/** Rollups of actors leave out the events that nobody is named for. */
export function withNobody(actors: readonly CountedName[], all: number): readonly CountedName[] {
  const named = actors.filter(({ id }) => id !== null);
  const nobody = all - named.reduce((sum, { events }) => sum + events, 0);
  return nobody === 0 ? named : [...named, { field: 'actor', id: null, events: nobody }];
}

function looked({ namespaceId, axis }: ActorsRange, from: bigint, to: bigint, { bind }: Binder): string {
  const clock = axis === 'recorded' ? 'k.recorded_at' : 'k.occurred_at';
  return `SELECT k.actor_id, 1::bigint AS events FROM searchable_event k
    WHERE k.namespace_id = ${bind(namespaceId, 'integer')} AND ${clock} >= ${bind(from, 'bigint')} AND ${clock} < ${bind(to, 'bigint')}
      AND NOT k.is_own`;
}

const BLOCK = BigInt(DAYS_A_BLOCK) * DAY;

/** Of whole days. */
function added(range: ActorsRange, from: bigint, to: bigint, binder: Binder): readonly string[] {
  const blocks = [upTo(from, BLOCK), downTo(to, BLOCK)] as const;
  if (blocks[1] < blocks[0]) return [addedDays(range, from, to, binder)];
  return [
    addedDays(range, from, blocks[0], binder),
    `SELECT actor_id, events FROM actor_rollup WHERE ${ofBlocks(range, ...blocks, binder)}`,
    addedDays(range, blocks[1], to, binder),
  ];
}

/** Of days in one block. */
function addedDays(range: ActorsRange, from: bigint, to: bigint, binder: Binder): string {
  const block = downTo(from, BLOCK);
  const [first, end] = [(from - block) / DAY, (to - block) / DAY].map((nth) => binder.bind(nth, 'integer'));
  return `SELECT actor_id, (SELECT sum(day)::bigint FROM unnest(days[${first} + 1:${end}]) day) AS events
    FROM actor_rollup WHERE ${ofBlocks(range, block, to, binder)}`;
}

function ofBlocks({ namespaceId, axis }: ActorsRange, from: bigint, to: bigint, { bind }: Binder): string {
  return `namespace_id = ${bind(namespaceId, 'integer')} AND axis = ${axis === 'recorded' ? 0 : 1}
    AND block >= ${bind(from, 'bigint')} AND block < ${bind(to, 'bigint')}`;
}
