/**
 * Late events: a ring around each glyph, and from it a dashed line to where the event is on the other axis: back to when it happened, or on
 * to when it was recorded. Where single events are not drawn, a mark above the bars says in which column there are late ones.
 */
import type { LateEvents } from '#client/late-events';
import { lastWhere } from '#client/playhead-positions';
import type { DockModel } from './dock-model.ts';
import { GLYPH_RADIUS, type GlyphLayout } from './glyph-layout.ts';
import { LANES } from './lanes.ts';
import type { Palette } from './palette.ts';

const RING = GLYPH_RADIUS + 2.5;
/** The end of a line, a small ring of its own. */
const END = 2;
/** A shorter line would not come out of its ring. */
const SHORTEST = RING + END + 2;
/** Pixels from one mark above the bars to the next. */
const PITCH = 4;

/** What it needs of a canvas. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
  | 'beginPath'
  | 'arc'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
  | 'setLineDash'
  | 'fillRect'
>;

export function drawLate(context: Pen, model: DockModel, palette: Pick<Palette, 'late'>): void {
  const glyphs = model.glyphs();
  context.strokeStyle = palette.late;
  context.fillStyle = palette.late;
  context.lineWidth = 1;
  for (const late of model.columns.late)
    if (glyphs === null) drawMarks(context, model, late);
    else drawLines(context, model, late, glyphs);
}

function drawLines(
  context: Pen,
  { positions, projection, width }: DockModel,
  { ordinals, other }: LateEvents,
  { first, xs, rises }: GlyphLayout,
): void {
  const inside = (x: number) => Math.max(-END * 2, Math.min(width + END * 2, x));
  for (let index = from(ordinals, first); index < ordinals.length; index += 1) {
    const glyph = (ordinals[index] ?? 0) - first;
    const x = xs[glyph];
    if (x === undefined) break;
    const y = LANES.base - GLYPH_RADIUS - 3 - (rises[glyph] ?? 0);
    const end = inside(projection.toX(positions.placeOf(other[index] ?? 0)));
    context.beginPath();
    context.arc(x, y, RING, 0, 2 * Math.PI);
    context.stroke();
    if (Math.abs(end - x) < SHORTEST) continue;
    const way = Math.sign(end - x);
    context.beginPath();
    context.setLineDash([3, 2]);
    context.moveTo(x + way * RING, y);
    context.lineTo(end - way * END, y);
    context.stroke();
    context.setLineDash([]);
    if (end < 0 || end > width) continue;
    context.beginPath();
    context.arc(end, y, END, 0, 2 * Math.PI);
    context.stroke();
  }
}

/** One mark a column at most, however many are late: from each the search goes on behind its column. */
function drawMarks(
  context: Pen,
  { positions, projection, width }: DockModel,
  { ordinals }: LateEvents,
): void {
  const xOf = (index: number) => projection.toX(positions.at(ordinals[index] ?? 0));
  const behind = (x: number) => lastWhere(ordinals.length, (count) => xOf(count - 1) < x);
  for (let index = behind(0); index < ordinals.length; ) {
    const x = xOf(index);
    if (x > width) break;
    const column = Math.floor(x / PITCH) * PITCH;
    context.fillRect(column, LANES.top - 3, PITCH - 1, 2);
    index = Math.max(index + 1, behind(column + PITCH));
  }
}

/** The first index whose ordinal is not below. */
const from = (ordinals: Uint32Array, ordinal: number): number =>
  lastWhere(ordinals.length, (count) => (ordinals[count - 1] ?? 0) < ordinal);
