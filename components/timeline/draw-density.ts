/** Stacked bars of a density. A bar's height is the square root of its count, so that single events beside a burst are still seen. */
import { SLOT_COUNT } from '#client/playhead-categories';
import type { Columns } from '#client/playhead-columns';
import type { Matching } from '#client/playhead-matching';
import type { Positions, Span } from '#client/playhead-positions';
import type { Projection } from '#client/playhead-snap';
import { type Density, densityOf } from './density.ts';
import type { Palette } from './palette.ts';

/** What is drawn: all events, and which of them a filter shows; the others are drawn faint. */
export interface DrawnEvents {
  readonly columns: Columns;
  readonly matching: Matching | null;
}

/** Opacity of what a filter hides. */
export const FAINT = 0.22;

export interface BarArea {
  readonly top: number;
  readonly base: number;
  /** Pixels from one bar to the next, of which the last is left empty. */
  readonly pitch: number;
}

/** No bar is lower than this: one event among a million is still something. */
const LOWEST = 2;

export function drawDensity(
  context: CanvasRenderingContext2D,
  { columns, matching }: DrawnEvents,
  positions: Positions,
  window: Span,
  projection: Projection,
  area: BarArea,
  palette: Palette,
): void {
  const size = ((window.to - window.from) / projection.width) * area.pitch;
  // Bins stand at multiples of their size, so that bars travel with the window instead of flickering.
  const firstBin = Math.floor(window.from / size);
  const bins = Math.ceil(window.to / size) - firstBin;
  const span = { from: firstBin * size, to: (firstBin + bins) * size };
  const density = densityOf(columns, positions, span, bins, matching?.mask ?? null);
  drawBars(context, density, projection.toX(span.from), area, palette);
}

function drawBars(
  context: CanvasRenderingContext2D,
  density: Density,
  left: number,
  area: BarArea,
  palette: Palette,
): void {
  const { bins, counts, shown } = density;
  const heights = new Float64Array(bins);
  const totals = new Float64Array(bins);
  for (let bin = 0; bin < bins; bin++) {
    for (let slot = 0; slot < SLOT_COUNT; slot++)
      totals[bin] = (totals[bin] ?? 0) + (counts[bin * SLOT_COUNT + slot] ?? 0);
    heights[bin] = Math.max(LOWEST, Math.sqrt((totals[bin] ?? 0) / density.peak) * (area.base - area.top));
  }
  const drawn = new Float64Array(bins);
  const stack = (countIn: (cell: number) => number) => {
    // Slot by slot: a change of colour costs more than a rectangle.
    for (let slot = 0; slot < SLOT_COUNT; slot++) {
      context.fillStyle = palette.slots[slot] ?? palette.ink;
      for (let bin = 0; bin < bins; bin++) {
        const count = countIn(bin * SLOT_COUNT + slot);
        if (count === 0) continue;
        const height = ((heights[bin] ?? 0) * count) / (totals[bin] ?? 1);
        const foot = drawn[bin] ?? 0;
        drawn[bin] = foot + height;
        context.fillRect(left + bin * area.pitch, area.base - foot - height, area.pitch - 1, height);
      }
    }
  };
  // What a filter shows stands on the ground, what it hides faintly on top of that.
  stack((cell) => (shown ?? counts)[cell] ?? 0);
  if (shown === null) return;
  context.globalAlpha = FAINT;
  stack((cell) => (counts[cell] ?? 0) - (shown[cell] ?? 0));
  context.globalAlpha = 1;
}
