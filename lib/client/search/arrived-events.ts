/** Events that came behind all that is known, as they are handed on: only what can come into sight is handed on as it is. */

/** After so many rows the oldest are no longer kept: nobody scrolls back to them while more come, and who does has them looked up. */
export const MOST_SHOWN = 50_000;

/** `Event` is JSON text until somebody reads it. */
export interface ArrivedEvents<Event = string> {
  readonly count: number;
  /** The newest first. */
  readonly newest: readonly Event[];
  /**
   * Where the older ones are: behind what was there before, each page of {@link PAGE_ROWS} ends at one of these positions. Ascending.
   */
  readonly pages: readonly string[];
}
