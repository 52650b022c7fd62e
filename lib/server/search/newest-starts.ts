/** The newest of many starts behind a place, in the memory of twice as many as are wanted. */
import type { FoundPlace } from '#store';

export interface PlacedStart extends FoundPlace {
  /** How many stages it reached. */
  readonly depth: number;
  /** Of each of those stages the position of the event with which it was complete. */
  readonly positions: readonly bigint[];
  /** Of each of those stages the position of the first event that it took: the same list where none takes several. */
  readonly firsts: readonly bigint[];
}

export class NewestStarts {
  private kept: PlacedStart[] = [];

  /** `most` may be Infinity. */
  constructor(
    private readonly after: FoundPlace | null,
    private readonly most: number,
  ) {}

  add(start: PlacedStart): void {
    if (this.after !== null && newestFirst(start, this.after) <= 0) return;
    this.kept.push(start);
    if (this.kept.length >= 2 * this.most + 1_000) this.kept = this.newest();
  }

  newest(): PlacedStart[] {
    const all = this.kept.toSorted(newestFirst);
    return all.length > this.most ? all.slice(0, this.most) : all;
  }
}

function newestFirst(one: FoundPlace, other: FoundPlace): number {
  if (one.at !== other.at) return one.at > other.at ? -1 : 1;
  if (one.position !== other.position) return one.position > other.position ? -1 : 1;
  return 0;
}
