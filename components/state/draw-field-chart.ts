/** The canvas of a field's numbers: hairlines at round values, then the step line, then where the playhead is. */
import type { FieldTrack } from '#client/field-track';
import { placeInTrack } from '#client/field-track';
import { projectionOf } from '#client/playhead-snap';
import type { ShownStretch } from '#client/shared-window';
import { axisLabels } from './axis-labels.ts';
import { type CurvePoint, curveOf, heightIn, rangeOf, roundValues } from './field-curve.ts';

const TOP = 14;
const BELOW = 10;
/** Fewer points than this are drawn with a dot each. */
const FEW = 120;
const MANY = 400;

/** CSS pixels. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export interface ChartColours {
  readonly line: string;
  readonly text: string;
  readonly curve: string;
  readonly now: string;
  readonly surface: string;
  readonly font: string;
}

export function drawFieldChart(
  context: CanvasRenderingContext2D,
  track: FieldTrack,
  { window, positions, ordinal }: ShownStretch,
  { width, height }: ChartSize,
  colours: ChartColours,
): void {
  const projection = projectionOf(window, width);
  const base = height - BELOW;
  const points = curveOf(track, positions, window, projection);
  context.clearRect(0, 0, width, height);
  const range = rangeOf(points);
  if (range === null) {
    drawEmpty(context, { width, height }, colours);
    return;
  }
  const toY = (value: number) => base - heightIn(range, value) * (base - TOP);
  const values = roundValues(range.low, range.high, height / 42);
  context.fillStyle = colours.line;
  for (const value of values) context.fillRect(0, Math.round(toY(value)), width, 1);
  const now = projection.toX(positions.at(ordinal));
  context.fillStyle = colours.now;
  context.fillRect(Math.round(now) - 1, 0, 2, height);
  drawCurve(context, points, toY, Math.min(width, projection.toX(positions.extent.to)), colours);
  drawLabels(context, values, toY, colours);
  const here = track.numbers[placeInTrack(track, ordinal)] ?? Number.NaN;
  if (!Number.isNaN(here) && now >= 0 && now <= width)
    drawDot(context, now, toY(here), 4.5, colours.now, colours.surface);
}

function drawLabels(
  context: CanvasRenderingContext2D,
  values: readonly number[],
  toY: (value: number) => number,
  { text, surface, font }: ChartColours,
): void {
  context.font = font;
  context.textBaseline = 'middle';
  const labels = axisLabels(values);
  for (const [place, value] of values.entries()) {
    const y = Math.round(toY(value));
    const label = labels[place] ?? '';
    context.fillStyle = surface;
    context.fillRect(6, y - 8, context.measureText(label).width + 8, 16);
    context.fillStyle = text;
    context.fillText(label, 10, y + 1);
  }
}

function drawCurve(
  context: CanvasRenderingContext2D,
  points: readonly CurvePoint[],
  toY: (value: number) => number,
  end: number,
  { curve, surface }: ChartColours,
): void {
  context.beginPath();
  let before = Number.NaN;
  for (const [index, { x, low, high, last }] of points.entries()) {
    if (!Number.isNaN(low)) {
      const from = Number.isNaN(before) ? low : Math.min(before, low);
      const to = Number.isNaN(before) ? high : Math.max(before, high);
      context.moveTo(x, toY(from));
      context.lineTo(x, toY(to));
    }
    if (!Number.isNaN(last)) {
      context.moveTo(x, toY(last));
      context.lineTo(points[index + 1]?.x ?? end, toY(last));
    }
    before = last;
  }
  context.strokeStyle = curve;
  context.lineWidth = 1.5;
  context.lineCap = 'square';
  // Where every column has changes, the line is a band: paler, so that its edges are seen.
  context.globalAlpha = points.length > MANY ? 0.5 : 1;
  context.stroke();
  context.globalAlpha = 1;
  if (points.length > FEW) return;
  for (const { x, last } of points)
    if (!Number.isNaN(last) && x > 0) drawDot(context, x, toY(last), 3, curve, surface);
}

function drawDot(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  colour: string,
  around: string,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  context.strokeStyle = around;
  context.lineWidth = 1.5;
  context.stroke();
}

function drawEmpty(
  context: CanvasRenderingContext2D,
  { width, height }: ChartSize,
  { text, font }: ChartColours,
): void {
  context.font = font;
  context.fillStyle = text;
  context.textAlign = 'center';
  context.fillText('No number in the stretch that the timeline shows', width / 2, height / 2);
  context.textAlign = 'start';
}
