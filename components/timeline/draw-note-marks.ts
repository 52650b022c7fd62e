/** Where there are notes, on the mini-map: a mark for each at the top, and a line for the stretch that one is about. */
import type { Positions } from '#client/playhead-positions';
import type { Projection } from '#client/playhead-snap';
import type { DockTick } from './dock-notes.ts';

const HEIGHT = 5;

export function drawNoteMarks(
  context: CanvasRenderingContext2D,
  ticks: readonly DockTick[],
  positions: Positions,
  projection: Projection,
  colour: string,
): void {
  context.fillStyle = colour;
  for (const { from, to } of ticks) {
    const left = Math.round(projection.toX(positions.at(from)));
    const right = to === null ? left : Math.round(projection.toX(positions.at(to)));
    context.fillRect(left - 1, 0, 3, HEIGHT);
    if (to === null) continue;
    context.fillRect(left, 0, right - left, 2);
    context.fillRect(right - 1, 0, 2, HEIGHT);
  }
}
