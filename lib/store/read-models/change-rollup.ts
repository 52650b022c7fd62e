/**
 * How much changed when: a rollup that is filled with the change log, a row a day with its quarters of an hour.
 *
 * Of quarters the days of every zone can be put together, and they are counted by the clocks that events are searched by. Law: the number of any
 * quarter is that of the rows that the change log has of the events in it.
 */
import type { PoolClient } from 'pg';
import { addedUp } from './packed-counts.ts';

/** Microseconds. */
export const QUARTER = 900_000_000;
export const QUARTERS_A_DAY = 96;

/** Leaves that events changed on one day of UTC. */
export interface ChangedDay {
  readonly namespace: string;
  /** 0: by the recorded clock, 1: by the occurred one. */
  readonly axis: 0 | 1;
  /** When it begins, in microseconds since 1970. */
  readonly day: bigint;
  readonly quarters: readonly number[];
}

/** None of them was kept before. */
export async function keepChangedDays(client: PoolClient, days: readonly ChangedDay[]): Promise<void> {
  if (days.length === 0) return;
  await client.query(KEEP, [
    days.map(({ namespace }) => namespace),
    days.map(({ axis }) => axis),
    days.map(({ day }) => day),
    days.map(({ quarters }) => `{${quarters.join()}}`),
  ]);
}

const KEEP = `INSERT INTO change_rollup (namespace, axis, day, quarters)
  SELECT d.namespace, d.axis, d.day, d.quarters::bigint[]
  FROM unnest($1::text[], $2::smallint[], $3::bigint[], $4::text[]) AS d(namespace, axis, day, quarters)
  ON CONFLICT (namespace, axis, day) DO UPDATE SET quarters = ${addedUp('change_rollup', 'quarters', QUARTERS_A_DAY)}`;
