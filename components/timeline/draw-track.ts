/** The canvas of the track: lines and labels of the ticks, then glyphs or bars of the window. */
import type { DockModel } from './dock-model.ts';
import { drawDensity } from './draw-density.ts';
import { drawFolds } from './draw-folds.ts';
import { drawFollowed } from './draw-followed.ts';
import { drawGlyphs } from './draw-glyphs.ts';
import { drawLate } from './draw-late.ts';
import { LANES, TRACK_HEIGHT } from './lanes.ts';
import type { Palette } from './palette.ts';
import { besideLetters, type Letter, lettersOf } from './pin-letters.ts';
import { eventTicks, type Tick, timeTicks } from './ticks.ts';

/** Pixels from its tick to which a label may make room for a pin; farther away it would seem to belong to another tick. */
const FARTHEST = 44;

export function drawTrack(context: CanvasRenderingContext2D, model: DockModel, palette: Palette): void {
  const { columns, positions, window, projection, width, matching } = model;
  context.clearRect(0, 0, width, TRACK_HEIGHT);
  if (columns.length === 0) return;
  drawFolds(context, model, palette);
  drawTicks(context, model, palette);
  const glyphs = model.glyphs();
  if (glyphs !== null) drawGlyphs(context, { columns, matching }, glyphs, LANES.base, palette);
  else
    drawDensity(
      context,
      { columns, matching },
      positions,
      window,
      projection,
      { ...LANES, pitch: 4 },
      palette,
    );
  drawLate(context, model, palette);
  drawFollowed(context, model, palette);
}

function drawTicks(context: CanvasRenderingContext2D, model: DockModel, palette: Palette): void {
  const { columns, positions, window, projection, width } = model;
  const { ticks, context: edge } =
    positions.layout === 'events'
      ? eventTicks(window, width, columns.length, model.stream.axis)
      : timeTicks(window, columns.origin, width, { folds: positions.folds, zone: model.zone });
  context.fillStyle = palette.line;
  context.fillRect(0, LANES.base, width, 1);
  context.font = palette.font;
  context.textBaseline = 'middle';
  const letters = lettersOf(model);
  const shown = edge !== null && crowds(edge, ticks[0], model, context, letters) ? null : edge;
  const edgeEnd = shown === null ? 0 : endOfEdge(shown, context, letters);
  for (const { place } of ticks) {
    const x = Math.round(projection.toX(place));
    // No line goes through the words at the edge.
    context.fillRect(x, 0, 1, x < edgeEnd ? LANES.base : TRACK_HEIGHT);
  }
  let free = 8;
  const write = (text: string, wanted: number, colour: string) => {
    const room = context.measureText(text).width;
    const x = besideLetters(wanted, room, letters);
    const end = x + room;
    if (wanted < free || end > width - 4 || x > wanted + FARTHEST) return;
    context.fillStyle = colour;
    context.fillText(text, x, LANES.labels);
    free = end + 10;
  };
  if (shown !== null) write(shown, 8, palette.ink);
  for (const tick of ticks)
    write(tick.label, Math.round(projection.toX(tick.place)) + 6, tick.major ? palette.ink : palette.faint);
}

/** A first tick that starts a larger unit says more than the context, which then gives way. */
function crowds(
  edge: string,
  first: Tick | undefined,
  model: DockModel,
  context: CanvasRenderingContext2D,
  letters: readonly Letter[],
): boolean {
  if (first?.major !== true) return false;
  return model.projection.toX(first.place) < endOfEdge(edge, context, letters);
}

function endOfEdge(edge: string, context: CanvasRenderingContext2D, letters: readonly Letter[]): number {
  const room = context.measureText(edge).width;
  return besideLetters(8, room, letters) + room + 4;
}
