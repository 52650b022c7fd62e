/**
 * The events that a filter lets through, for whoever walks: the playhead stops on these only, and the list shows no others.
 *
 * Law: every answer is that of the plain list of ordinals. Ordinal 0 is before the first event, a place that no filter lets through.
 */
export class Matching {
  private marks: Uint8Array | null = null;

  /** `ordinals`: ascending; `length`: of the whole history. */
  constructor(
    readonly ordinals: Uint32Array,
    readonly length: number,
  ) {}

  get count(): number {
    return this.ordinals.length;
  }

  get hidden(): number {
    return this.length - this.ordinals.length;
  }

  /** The ordinal at a place from 1 to `count`; 0 outside. */
  at(place: number): number {
    return this.ordinals[place - 1] ?? 0;
  }

  /** How many are at or before the ordinal: the place of one that matches. */
  rank(ordinal: number): number {
    let low = 0;
    let high = this.ordinals.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.ordinals[middle] ?? 0) <= ordinal) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  has(ordinal: number): boolean {
    return ordinal > 0 && this.at(this.rank(ordinal)) === ordinal;
  }

  /** By ordinal: 1 where it matches. Made once, for what draws all events. */
  get mask(): Uint8Array {
    if (this.marks === null) {
      this.marks = new Uint8Array(this.length + 1);
      for (const ordinal of this.ordinals) this.marks[ordinal] = 1;
    }
    return this.marks;
  }
}

const clamp = (place: number, lowest: number, highest: number): number =>
  Math.max(lowest, Math.min(highest, place));

/** So many matching events later (or earlier); at either end it stays there, and where nothing matches, where it is. */
export function stepMatching(matching: Matching | null, length: number, from: number, by: number): number {
  if (matching === null) return clamp(from + by, 0, length);
  if (matching.count === 0) return from;
  const before = matching.rank(from);
  // From between two matching events, a step back leads to the one before, not past it.
  const start = by < 0 && !matching.has(from) ? before + 1 : before;
  return matching.at(clamp(start + by, 1, matching.count));
}

/** Where a place that was pointed at or leapt to leads: the last matching event at or before it, or else the first. */
export function settleMatching(matching: Matching | null, from: number, place: number): number {
  if (matching === null || matching.has(place)) return place;
  if (matching.count === 0) return from;
  const settled = matching.at(clamp(matching.rank(place), 1, matching.count));
  // A leap leads on in its direction, even where the next match lies farther than the leap.
  if (place > from && settled <= from) return stepMatching(matching, matching.length, from, 1);
  if (place < from && settled >= from) return stepMatching(matching, matching.length, from, -1);
  return settled;
}

/** First and last place of the walk. */
export function endsOf(matching: Matching | null, length: number): { first: number; last: number } {
  if (matching === null || matching.count === 0) return { first: Math.min(1, length), last: length };
  return { first: matching.at(1), last: matching.at(matching.count) };
}

const COUNT = new Intl.NumberFormat('en-US');

/** "3 of 24 shown. " in front of what is said of an event; nothing where no filter is. */
export function shownWords(matching: Matching | null, ordinal: number): string {
  if (matching === null) return '';
  const all = COUNT.format(matching.count);
  if (!matching.has(ordinal)) return `Hidden by the filter, which shows ${all}. `;
  return `${COUNT.format(matching.rank(ordinal))} of ${all} shown. `;
}

/** "24 of 4,210 events; 4,186 hidden by filter" */
export function hiddenWords({ count, hidden, length }: Matching): string {
  return `${COUNT.format(count)} of ${COUNT.format(length)} events; ${COUNT.format(hidden)} hidden by filter`;
}
