/** One glyph for each event of the window, its shape and colour by slot. */
import { SLOTS } from '#client/playhead-categories';
import { type DrawnEvents, FAINT } from './draw-density.ts';
import { GLYPH_RADIUS, type GlyphLayout } from './glyph-layout.ts';
import { traceGlyph } from './glyph-shapes.ts';
import type { Palette } from './palette.ts';

export function drawGlyphs(
  context: CanvasRenderingContext2D,
  { columns, matching }: DrawnEvents,
  { first, xs, rises }: GlyphLayout,
  base: number,
  palette: Palette,
): void {
  const lowest = base - GLYPH_RADIUS - 3;
  const mask = matching?.mask ?? null;
  for (const isShown of mask === null ? [1] : [0, 1]) {
    context.globalAlpha = isShown === 1 ? 1 : FAINT;
    // Slot by slot: one path for all glyphs of a colour.
    for (const [slot, { shape }] of SLOTS.entries()) {
      context.beginPath();
      for (let index = 0; index < xs.length; index++) {
        if (columns.slot[first + index - 1] !== slot) continue;
        if (mask !== null && mask[first + index] !== isShown) continue;
        traceGlyph(context, shape, xs[index] ?? 0, lowest - (rises[index] ?? 0), GLYPH_RADIUS);
      }
      context.fillStyle = palette.slots[slot] ?? palette.ink;
      context.fill();
    }
  }
}
