/** What rows of the catalogue share: between which events they were counted, and how long lay between two of them. */
import type { PoolClient } from 'pg';
import { type Gaps, joinGaps, readGaps } from '#core';

interface Seen {
  readonly firstPosition: bigint;
  readonly lastPosition: bigint;
  readonly firstRecorded: bigint;
  readonly lastRecorded: bigint;
  readonly firstOccurred: bigint;
  readonly lastOccurred: bigint;
}

/** A column of whole numbers as PostgreSQL reads an array: the driver would write them one by one, each in quotes. */
export const numbers = (column: readonly (number | bigint)[]): string => `{${column.join()}}`;

/** Columns of parameters, in the order of their names here. */
export function seenColumns(rows: readonly Seen[]): readonly string[] {
  return [
    numbers(rows.map(({ firstPosition }) => firstPosition)),
    numbers(rows.map(({ lastPosition }) => lastPosition)),
    numbers(rows.map(({ firstRecorded }) => firstRecorded)),
    numbers(rows.map(({ lastRecorded }) => lastRecorded)),
    numbers(rows.map(({ firstOccurred }) => firstOccurred)),
    numbers(rows.map(({ lastOccurred }) => lastOccurred)),
  ];
}

/** `statement` answers with the place among what was counted, from 1 on, and the gaps that are there already. */
export async function joinKnownGaps(
  client: PoolClient,
  statement: string,
  names: readonly unknown[],
  counted: readonly { readonly gaps: Gaps }[],
): Promise<void> {
  const { rows } = await client.query<{ place: bigint; gaps: string }>(statement, [...names]);
  for (const { place, gaps } of rows) {
    const known = counted[Number(place) - 1];
    if (known !== undefined) joinGaps(known.gaps, readGaps(gaps));
  }
}
