/**
 * Tells the panes where the playhead is, at most once in each interval, and always once more when it has come to rest.
 *
 * The first move is told at once; while moves go on, the newest is told when the interval has passed; nothing is told twice.
 */
export const PREVIEW_INTERVAL_MS = 50;

export class Preview {
  private told: number;
  private newest: number;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly tell: (ordinal: number) => void;

  constructor(ordinal: number, tell: (ordinal: number) => void) {
    this.told = ordinal;
    this.newest = ordinal;
    this.tell = tell;
  }

  move(ordinal: number): void {
    this.newest = ordinal;
    if (this.timer === null && ordinal !== this.told) this.tellAndWait();
  }

  /** Tells the newest place now, where it was not told yet. */
  flush(): void {
    this.stop();
    if (this.newest === this.told) return;
    this.told = this.newest;
    this.tell(this.newest);
  }

  /** Takes a place that the panes know already, so that it is not told to them again. */
  adopt(ordinal: number): void {
    this.stop();
    this.told = ordinal;
    this.newest = ordinal;
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private tellAndWait(): void {
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.newest !== this.told) this.tellAndWait();
    }, PREVIEW_INTERVAL_MS);
    this.told = this.newest;
    this.tell(this.newest);
  }
}
