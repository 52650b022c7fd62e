/** One glyph for each event of the window, its shape and colour by slot; glyphs that would cover each other are stacked. */
import { SLOTS } from '#client/playhead-categories';
import type { Columns } from '#client/playhead-columns';
import type { Positions, Span } from '#client/playhead-positions';
import type { Projection } from '#client/playhead-snap';
import { eventsIn } from './density.ts';
import { glyphRows } from './glyph-rows.ts';
import { traceGlyph } from './glyph-shapes.ts';
import type { Palette } from './palette.ts';

const RADIUS = 3.5;
const PITCH = 8.5;
const MOST_ROWS = 12;

export function drawGlyphs(
  context: CanvasRenderingContext2D,
  columns: Columns,
  positions: Positions,
  window: Span,
  projection: Projection,
  area: { readonly top: number; readonly base: number },
  palette: Palette,
): void {
  // A glyph whose centre is just outside still shows its half.
  const rim = ((window.to - window.from) / projection.width) * RADIUS * 2;
  const { first, last } = eventsIn({ from: window.from - rim, to: window.to + rim }, positions);
  const xs = new Float64Array(Math.max(0, last - first + 1));
  for (let index = 0; index < xs.length; index++) xs[index] = projection.toX(positions.at(first + index));
  const { rows, used } = glyphRows(xs, PITCH, MOST_ROWS);
  const room = area.base - area.top - 2 * RADIUS;
  const rise = used < 2 ? 0 : Math.min(PITCH, room / (used - 1));
  for (const [slot, { shape }] of SLOTS.entries()) {
    context.beginPath();
    for (let index = 0; index < xs.length; index++) {
      if (columns.slot[first + index - 1] !== slot) continue;
      traceGlyph(context, shape, xs[index] ?? 0, area.base - RADIUS - 2 - (rows[index] ?? 0) * rise, RADIUS);
    }
    context.fillStyle = palette.slots[slot] ?? palette.ink;
    context.fill();
  }
}
