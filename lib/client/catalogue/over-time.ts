/** Events over time in equal parts, few enough to draw, from counts of hours or days. Law: no event is lost, and none is counted twice. */
import { microsOf } from '../search/micros-of.ts';

export interface OverTime {
  /** Microseconds since 1970. */
  readonly from: bigint;
  /** Of one part. */
  readonly width: bigint;
  readonly counts: readonly number[];
}

/** null: nothing was counted. */
export function overTime(
  counted: {
    readonly counts: readonly { readonly at: string; readonly events: number }[];
    readonly width: string;
  },
  mostParts: number,
): OverTime | null {
  const counts = counted.counts.map(({ at, events }) => ({ at: microsOf(at), events }));
  const first = counts[0]?.at;
  const last = counts.at(-1)?.at;
  if (first === undefined || last === undefined) return null;
  const step = BigInt(counted.width);
  const steps = (last - first) / step + 1n;
  const width = step * ((steps + BigInt(mostParts) - 1n) / BigInt(mostParts));
  const parts = new Array<number>(Number((last - first) / width) + 1).fill(0);
  for (const { at, events } of counts) {
    const part = Number((at - first) / width);
    parts[part] = (parts[part] ?? 0) + events;
  }
  return { from: first, width, counts: parts };
}
