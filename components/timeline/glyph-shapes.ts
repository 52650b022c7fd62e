/** The outline of each glyph around a centre, of about equal area, so that no type looks more important than another. */
import type { GlyphShape } from '#client/playhead-categories';

/** What a canvas context, a Path2D and a test's recorder have in common. */
export type Pen = Pick<CanvasPath, 'moveTo' | 'lineTo' | 'arc' | 'closePath'>;

type Outline = readonly (readonly [number, number])[];

/** Corners for a glyph of radius 1. */
const CORNERS: Readonly<Record<Exclude<GlyphShape, 'circle' | 'ring'>, Outline>> = {
  square: [
    [-0.85, -0.85],
    [0.85, -0.85],
    [0.85, 0.85],
    [-0.85, 0.85],
  ],
  triangle: [
    [0, -1.1],
    [1.1, 0.9],
    [-1.1, 0.9],
  ],
  diamond: [
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ],
  wedge: [
    [-1.1, -0.9],
    [1.1, -0.9],
    [0, 1.1],
  ],
  cross: [
    [-0.4, -1.1],
    [0.4, -1.1],
    [0.4, -0.4],
    [1.1, -0.4],
    [1.1, 0.4],
    [0.4, 0.4],
    [0.4, 1.1],
    [-0.4, 1.1],
    [-0.4, 0.4],
    [-1.1, 0.4],
    [-1.1, -0.4],
    [-0.4, -0.4],
  ],
};

export function traceGlyph(pen: Pen, shape: GlyphShape, x: number, y: number, radius: number): void {
  if (shape === 'circle' || shape === 'ring') {
    pen.moveTo(x + radius, y);
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    // The hole runs the other way round, so that the fill leaves it out.
    if (shape === 'ring') {
      pen.moveTo(x + radius * 0.45, y);
      pen.arc(x, y, radius * 0.45, 0, 2 * Math.PI, true);
    }
    return;
  }
  for (const [index, [dx, dy]] of CORNERS[shape].entries()) {
    if (index === 0) pen.moveTo(x + dx * radius, y + dy * radius);
    else pen.lineTo(x + dx * radius, y + dy * radius);
  }
  pen.closePath();
}

/** The same outline as the `d` of an SVG path in a box of 10 by 10, for legends. */
export function glyphPath(shape: GlyphShape): string {
  if (shape === 'circle') return 'M9 5A4 4 0 1 1 1 5A4 4 0 1 1 9 5Z';
  if (shape === 'ring')
    return 'M9 5A4 4 0 1 1 1 5A4 4 0 1 1 9 5ZM6.8 5A1.8 1.8 0 1 0 3.2 5A1.8 1.8 0 1 0 6.8 5Z';
  return `M${CORNERS[shape].map(([dx, dy]) => `${5 + dx * 4} ${5 + dy * 4}`).join('L')}Z`;
}
