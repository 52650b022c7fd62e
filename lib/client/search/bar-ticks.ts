/** Labels under the bars of a histogram, at round places of their clock. */
import { CALENDAR_STEPS, floorTo, nextFrom } from '../calendar.ts';
import { fullLabelOf, labelOf } from '../tick-labels.ts';
import { wallClock } from '../wall-clock.ts';
import type { Bars } from './bars.ts';

const MOST_TICKS = 8;
/** A label begins at its tick, so the last ones would not fit. */
const LAST_PLACE = 0.93;

export interface BarTick {
  /** From 0, the left edge, to 1. */
  readonly place: number;
  readonly label: string;
}

/** `slots`: how many bars there is room for; the bars stand in the first of them. `zone`: on whose clock times are said. */
export function barTicks({ bars, step: barStep }: Bars, slots: number, zone: string): readonly BarTick[] {
  const from = bars[0]?.from ?? 0;
  const to = bars.at(-1)?.to ?? 0;
  const { toLocal, toInstant } = wallClock(zone);
  const step =
    CALENDAR_STEPS.find(({ about }) => about >= barStep.about && (to - from) / about <= MOST_TICKS) ??
    barStep;
  const ticks: BarTick[] = [];
  let nth = 0;
  const last = toLocal(to);
  for (let local = floorTo(toLocal(from), step); local <= last; local = nextFrom(local, step)) {
    const at = toInstant(local);
    if (at < from || at >= to) continue;
    while (nth < bars.length - 1 && at >= (bars[nth]?.to ?? 0)) nth += 1;
    const bar = bars[nth];
    const within = bar === undefined ? 0 : (at - bar.from) / (bar.to - bar.from);
    const place = (nth + within) / slots;
    if (place > LAST_PLACE) break;
    ticks.push({ place, label: ticks.length === 0 ? fullLabelOf(local, step) : labelOf(local, step).label });
  }
  // Where nothing round lies within, the left edge says where it is.
  return ticks.length > 0 ? ticks : [{ place: 0, label: fullLabelOf(toLocal(from), barStep) }];
}
