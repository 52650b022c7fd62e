/** Events that came behind all that is known, as they are handed on: only what can come into sight is handed on as it is. */

/** After so many rows the oldest are no longer kept: nobody scrolls back to them while more come, and who does has them looked up. */
export const MOST_SHOWN = 50_000;

/** Of so many the events themselves are handed on, which is more than has room on a screen. */
export const MOST_GIVEN = 64;

export interface ArrivedEvents {
  /** As JSON, the newest first. */
  readonly newest: readonly string[];
  /** The others in front of what was there before, the oldest page first. */
  readonly pages: readonly ArrivedPage[];
}

/** Events of which it is known how many they are and where they end: what is asked for is never more than a page. */
export interface ArrivedPage {
  readonly size: number;
  /** The position of the newest of them. */
  readonly last: bigint;
}
