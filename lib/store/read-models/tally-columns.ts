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

/** Columns of parameters, in the order of their names here. */
export function seenColumns(rows: readonly Seen[]): readonly (readonly bigint[])[] {
  return [
    rows.map(({ firstPosition }) => firstPosition),
    rows.map(({ lastPosition }) => lastPosition),
    rows.map(({ firstRecorded }) => firstRecorded),
    rows.map(({ lastRecorded }) => lastRecorded),
    rows.map(({ firstOccurred }) => firstOccurred),
    rows.map(({ lastOccurred }) => lastOccurred),
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
