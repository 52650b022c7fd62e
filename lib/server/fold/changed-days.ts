/** Counts the leaves that events change, by days of UTC and their quarters of an hour, on either clock. */
import type { EventToFold } from '#core';
import { type ChangedDay, QUARTER, QUARTERS_A_DAY } from '../../store/read-models/change-rollup.ts';

export class ChangedDays {
  private readonly namespaces = new Map<string, [recorded: Days, occurred: Days]>();

  add(namespace: string, { recordedAt, occurredAt }: Clocks, changes: number): void {
    if (changes === 0) return;
    let days = this.namespaces.get(namespace);
    if (days === undefined) {
      days = [new Map(), new Map()];
      this.namespaces.set(namespace, days);
    }
    count(days[0], recordedAt, changes);
    count(days[1], occurredAt, changes);
  }

  all(): readonly ChangedDay[] {
    return [...this.namespaces].flatMap(([namespace, [recorded, occurred]]) => [
      ...rowsOf(namespace, 0, recorded),
      ...rowsOf(namespace, 1, occurred),
    ]);
  }
}

type Clocks = Pick<EventToFold, 'recordedAt' | 'occurredAt'>;

/** Quarters by the number of the day since 1970. */
type Days = Map<number, number[]>;

/** A quarter is a multiple of 256 microseconds: shifted by as many bits, which rounds down, the latest instants fit into a double as well. */
const BITS = 8n;
const SHIFTED_QUARTER = QUARTER / 256;

function count(days: Days, at: bigint, changes: number): void {
  const quarter = Math.floor(Number(at >> BITS) / SHIFTED_QUARTER);
  const day = Math.floor(quarter / QUARTERS_A_DAY);
  let quarters = days.get(day);
  if (quarters === undefined) {
    quarters = new Array<number>(QUARTERS_A_DAY).fill(0);
    days.set(day, quarters);
  }
  const place = quarter - day * QUARTERS_A_DAY;
  quarters[place] = (quarters[place] ?? 0) + changes;
}

function* rowsOf(namespace: string, axis: 0 | 1, days: Days): Generator<ChangedDay> {
  for (const [day, quarters] of days)
    yield { namespace, axis, day: BigInt(day) * BigInt(QUARTERS_A_DAY * QUARTER), quarters };
}
