/**
 * How long it took from one event to the next, as a histogram: a bucket is a quarter of an octave of microseconds, so what is read from it is
 * right to about a tenth. Law: joinGaps gives the histogram of all gaps together.
 */

/** Events by bucket. */
export type Gaps = Map<number, number>;

/** The next event happened before the one in front of it. */
export const BACKWARDS = -1;

/** 0 holds what happened within the same microsecond. */
export function gapBucket(micros: bigint): number {
  if (micros < 0n) return BACKWARDS;
  return micros === 0n ? 0 : 1 + Math.floor(PER_OCTAVE * Math.log2(Number(micros)));
}

const PER_OCTAVE = 4;

export function joinGaps(to: Gaps, from: Iterable<readonly [bucket: number, events: number]>): void {
  for (const [bucket, events] of from) to.set(bucket, (to.get(bucket) ?? 0) + events);
}

/** Microseconds in the middle of the bucket below which `share` (0 to 1) of the gaps end; null: there is none that went forwards. */
export function gapQuantile(gaps: Gaps, share: number): number | null {
  const ahead = [...gaps].filter(([bucket]) => bucket !== BACKWARDS).sort(([a], [b]) => a - b);
  const all = ahead.reduce((sum, [, events]) => sum + events, 0);
  let passed = 0;
  for (const [bucket, events] of ahead) {
    passed += events;
    if (passed >= share * all) return middleOf(bucket);
  }
  return null;
}

function middleOf(bucket: number): number {
  return bucket === 0 ? 0 : Math.round(2 ** ((bucket - 0.5) / PER_OCTAVE));
}

/** As text that can be kept, ascending by bucket. */
export function gapsText(gaps: Gaps): string {
  return JSON.stringify([...gaps].sort(([a], [b]) => a - b));
}

/** Of a text that {@link gapsText} wrote. */
export function readGaps(text: string): Gaps {
  const pairs: readonly (readonly [number, number])[] = JSON.parse(text);
  return new Map(pairs);
}

/** Of several such texts, written as the elements of one list. */
export function readAllGaps(texts: string): Gaps {
  const all: readonly (readonly (readonly [number, number])[])[] = JSON.parse(texts);
  const gaps: Gaps = new Map();
  for (const pairs of all) joinGaps(gaps, pairs);
  return gaps;
}
