/**
 * The instant that the playhead is at where it is not at an event: "as of 14:02:11.500", between two of them. It is at a whole millisecond,
 * and the event that counts then is the last one at or before it.
 *
 * On the scale of events there is nothing between two of them: an instant is kept there, but the playhead is drawn at the event.
 */
import type { Columns } from '#client/playhead-columns';
import type { Positions } from '#client/playhead-positions';

interface FreeTrack {
  readonly columns: Columns;
  readonly positions: Positions;
  readonly ordinal: number;
}

export class FreeInstant {
  /** Microseconds since 1970; null: the playhead is at an event. */
  at: bigint | null = null;
  private committed: bigint | null = null;
  private readonly track: FreeTrack;

  constructor(track: FreeTrack) {
    this.track = track;
  }

  /** Where it is drawn; null: nowhere of its own. */
  get place(): number | null {
    const { positions } = this.track;
    return this.at === null || positions.layout === 'events' ? null : positions.placeOf(this.after(this.at));
  }

  /** It is later than the event before it. */
  get isBetween(): boolean {
    const { ordinal, columns } = this.track;
    return this.at !== null && ordinal > 0 && this.after(this.at) > (columns.at[ordinal - 1] ?? 0);
  }

  get isCommitted(): boolean {
    return this.at === this.committed;
  }

  /** Goes to a place of the line and answers the last ordinal as of then; null where the line knows no instants. */
  point(place: number): number | null {
    const { columns, positions } = this.track;
    const instant = columns.length === 0 ? null : positions.instantAt(place);
    if (instant === null) return null;
    this.at = BigInt(Math.floor(columns.origin + instant)) * 1000n;
    return positions.lastAtOrBefore(positions.placeOf(this.after(this.at)));
  }

  clear(): void {
    this.at = null;
  }

  commit(): bigint | null {
    this.committed = this.at;
    return this.at;
  }

  restore(): void {
    this.at = this.committed;
  }

  /** Takes what the page has committed and says whether it is the same as before. */
  adopt(at: bigint | null): boolean {
    const isSame = this.at === at;
    this.at = at;
    this.committed = at;
    return isSame;
  }

  /** Milliseconds after the first event, to the microsecond as the columns have them. */
  private after(at: bigint): number {
    return Number(at - BigInt(Math.round(this.track.columns.origin * 1000))) / 1000;
  }
}
