/** The changes of the field that is followed, as ticks that hang from the base line. */
import type { DockModel } from './dock-model.ts';
import { LANES } from './lanes.ts';
import type { Palette } from './palette.ts';

const HEIGHT = 4;
/** Pixels from one tick to the next, so that many of them are still ticks. */
const PITCH = 4;

export function drawFollowed(context: CanvasRenderingContext2D, model: DockModel, palette: Palette): void {
  const { followed, positions, window, projection } = model;
  if (followed === null) return;
  context.fillStyle = palette.faint;
  let drawn = Number.NEGATIVE_INFINITY;
  for (const ordinal of followed) {
    const place = positions.at(ordinal);
    if (place < window.from) continue;
    if (place > window.to) break;
    const x = Math.round(projection.toX(place));
    if (x < drawn + PITCH) continue;
    context.fillRect(x - 1, LANES.base, 2, HEIGHT);
    drawn = x;
  }
}
