/**
 * The counts of the overview put together into bars, each parted by type.
 *
 * Laws: the parts of a bar add up to it, and what a type has in all bars is what the overview counts of it; the times of a bar that the range cuts are
 * those that it has in common with the range, so that a query for them finds as many.
 */
import type { Times } from '#core';
import type { OverviewAnswer } from '#wire';
import type { Bar, Bars } from '../search/bars.ts';
import { barsOf } from '../search/bars.ts';
import { microsOf } from '../search/micros-of.ts';

/** Seven parts each, and no chart draws more than four hundred. */
export const MOST_STACKED = 54;

/** Of the parts of every bar, in their order. */
export type StackedTypes = OverviewAnswer['overTime']['types'];

export interface StackedBar extends Bar {
  /** In the order of the types. */
  readonly parts: readonly number[];
  readonly times: Times;
}

export interface StackedBars extends Omit<Bars, 'bars'> {
  readonly bars: readonly StackedBar[];
}

/** null: there is nothing to draw. */
export function stackedBars(
  { overTime: { counts, width, clock, types }, range }: Pick<OverviewAnswer, 'overTime' | 'range'>,
  zone: string,
): StackedBars | null {
  const sums = counts.map(({ at, events }) => ({ at, events: events.reduce((sum, part) => sum + part, 0) }));
  const times = timesOfRange(range);
  const drawn = barsOf({ counts: sums, width, clock }, times, zone, MOST_STACKED);
  if (drawn === null || counts.length === 0) return null;
  const parts = drawn.bars.map(() => types.map(() => 0));
  let nth = 0;
  for (const { at, events } of counts) {
    const begin = Number(microsOf(at)) / 1000;
    while (nth < drawn.bars.length - 1 && begin >= (drawn.bars[nth]?.to ?? 0)) nth += 1;
    const bar = parts[nth] ?? [];
    for (const [slot, more] of events.entries()) bar[slot] = (bar[slot] ?? 0) + more;
  }
  return {
    ...drawn,
    bars: drawn.bars.map((bar, place) => ({
      ...bar,
      parts: parts[place] ?? [],
      times: within(times, { from: BigInt(bar.from) * 1000n, to: BigInt(bar.to) * 1000n }),
    })),
  };
}

/** null: it has no bound. */
function timesOfRange({ from, to }: OverviewAnswer['range']): Times | null {
  if (from === null && to === null) return null;
  return { from: from === null ? null : microsOf(from), to: to === null ? null : microsOf(to) };
}

/** `part` is nowhere without the range: it begins before its end and ends behind its beginning. */
export function within(range: Times | null, part: { readonly from: bigint; readonly to: bigint }): Times {
  const { from = null, to = null } = range ?? {};
  return {
    from: from !== null && from > part.from ? from : part.from,
    to: to !== null && to < part.to ? to : part.to,
  };
}
