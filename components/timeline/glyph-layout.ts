/**
 * Where the glyphs of a window stand: every event keeps its true x, and glyphs that would cover each other are stacked.
 *
 * Law: two glyphs of one row are at least PITCH apart, except in the top row, which takes what found no room; a layout in which many
 * found none is given up for bars.
 */
import type { Positions, Span } from '#client/playhead-positions';
import type { Projection } from '#client/playhead-snap';
import { eventsIn } from './density.ts';

/** Half the width of a glyph. */
export const GLYPH_RADIUS = 3.5;

/** From one glyph to the next, sideways and upwards. */
const PITCH = 8.5;

/** Above this many pixels for each event of the window, every event is drawn by itself. */
const PIXELS_PER_EVENT = 3;

/** The share of events that may go without a place of their own. */
const MOST_CROWDED = 0.15;

export interface GlyphLayout {
  /** Ordinal of the first glyph. */
  readonly first: number;
  readonly xs: Float64Array;
  /** Pixels above the lowest row. */
  readonly rises: Float64Array;
}

/** null where glyphs would not tell the events apart; then bars are drawn. `height` is the room for rows, in pixels. */
export function glyphLayout(
  positions: Positions,
  window: Span,
  projection: Projection,
  height: number,
): GlyphLayout | null {
  // A glyph whose centre is just outside still shows its half.
  const rim = ((window.to - window.from) / projection.width) * GLYPH_RADIUS * 2;
  const { first, last } = eventsIn({ from: window.from - rim, to: window.to + rim }, positions);
  const count = Math.max(0, last - first + 1);
  if (count * PIXELS_PER_EVENT > projection.width) return null;
  const xs = Float64Array.from({ length: count }, (_, index) => projection.toX(positions.at(first + index)));
  const { rows, crowded } = stack(xs, Math.max(1, Math.floor(height / PITCH)));
  if (crowded > count * MOST_CROWDED) return null;
  return { first, xs, rises: Float64Array.from(rows, (row) => row * PITCH) };
}

/** Each takes the lowest row that is free at its x; the ones for which none is free are counted. */
function stack(xs: Float64Array, most: number): { rows: Uint8Array; crowded: number } {
  const rows = new Uint8Array(xs.length);
  const ends = new Float64Array(most).fill(Number.NEGATIVE_INFINITY);
  let crowded = 0;
  for (let index = 0; index < xs.length; index++) {
    const x = xs[index] ?? 0;
    const free = ends.findIndex((end) => end <= x);
    if (free < 0) crowded += 1;
    const row = free < 0 ? most - 1 : free;
    ends[row] = x + PITCH;
    rows[index] = row;
  }
  return { rows, crowded };
}
