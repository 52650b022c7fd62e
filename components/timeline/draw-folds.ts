/** Folded gaps: a shaded break in the line with two slanted strokes, and above it how long the gap is where there is room to say so. */

import { lapseText } from '#client/lapse-text';
import type { DockModel } from './dock-model.ts';
import { LANES } from './lanes.ts';
import type { Palette } from './palette.ts';

/** A break is as tall as this, in pixels. */
const STROKE = 9;

export function drawFolds(context: CanvasRenderingContext2D, model: DockModel, palette: Palette): void {
  const { positions, projection, width } = model;
  context.font = palette.font;
  context.textBaseline = 'middle';
  let free = 4;
  for (const fold of positions.folds) {
    const left = projection.toX(fold.fromPlace);
    const right = projection.toX(fold.toPlace);
    if (right < 0) continue;
    if (left > width) break;
    drawBreak(context, left, right, palette);
    const text = lapseText(fold.to - fold.from);
    const room = context.measureText(text).width;
    const x = Math.max(4, Math.round((left + right - room) / 2));
    if (x < free || x + room > width - 4) continue;
    context.fillStyle = palette.faint;
    context.fillText(text, x, LANES.base - STROKE - 10);
    free = x + room + 8;
  }
}

function drawBreak(context: CanvasRenderingContext2D, left: number, right: number, palette: Palette): void {
  const middle = Math.round((left + right) / 2);
  context.fillStyle = palette.sunken;
  context.fillRect(left, LANES.top, Math.max(1, right - left), LANES.base - LANES.top);
  context.strokeStyle = palette.faint;
  context.lineWidth = 1;
  context.beginPath();
  for (const x of [middle - 2, middle + 2]) {
    context.moveTo(x - 2.5, LANES.base + STROKE / 2);
    context.lineTo(x + 2.5, LANES.base - STROKE / 2);
  }
  context.stroke();
}
