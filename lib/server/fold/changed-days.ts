/** Counts the leaves that events change, by days of UTC and their quarters of an hour, on either clock. */
import type { EventToFold } from '#core';
import { type ChangedDay, QUARTER, QUARTERS_A_DAY } from '../../store/read-models/change-rollup.ts';

const DAY = BigInt(QUARTERS_A_DAY * QUARTER);

export class ChangedDays {
  private readonly days = new Map<string, Counted>();

  add(namespace: string, { recordedAt, occurredAt }: Clocks, changes: number): void {
    if (changes === 0) return;
    this.count(namespace, 0, recordedAt, changes);
    this.count(namespace, 1, occurredAt, changes);
  }

  all(): readonly ChangedDay[] {
    return [...this.days.values()];
  }

  private count(namespace: string, axis: 0 | 1, at: bigint, changes: number): void {
    const within = ((at % DAY) + DAY) % DAY;
    const day = at - within;
    const key = `${axis} ${day} ${namespace}`;
    let counted = this.days.get(key);
    if (counted === undefined) {
      counted = { namespace, axis, day, quarters: new Array<number>(QUARTERS_A_DAY).fill(0) };
      this.days.set(key, counted);
    }
    const quarter = Math.floor(Number(within) / QUARTER);
    counted.quarters[quarter] = (counted.quarters[quarter] ?? 0) + changes;
  }
}

type Clocks = Pick<EventToFold, 'recordedAt' | 'occurredAt'>;

interface Counted extends ChangedDay {
  readonly quarters: number[];
}
