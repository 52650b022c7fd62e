/**
 * The brush on the track: a stretch of pixels while it is drawn. Like the playhead it lives outside React, and is turned into events only
 * when something paints or lets go.
 */
import { brushedEvents, type Stretch } from '#client/playhead-brush';
import type { Positions } from '#client/playhead-positions';
import type { Projection } from '#client/playhead-snap';
import type { Frames } from './frames.ts';
import { GLYPH_RADIUS, type GlyphLayout } from './glyph-layout.ts';

/** The track as a brush needs it. */
interface BrushedTrack {
  readonly width: number;
  readonly positions: Positions;
  readonly projection: Projection;
  readonly frames: Frames;
  glyphs(): GlyphLayout | null;
}

export class Brush {
  private ends: { readonly from: number; readonly to: number } | null = null;
  private anchored = false;
  private readonly track: BrushedTrack;

  constructor(track: BrushedTrack) {
    this.track = track;
  }

  get isDrawn(): boolean {
    return this.ends !== null;
  }

  /** The first end was set by a click, and a second click is to set the other. */
  get isAnchored(): boolean {
    return this.anchored;
  }

  anchor(): void {
    this.anchored = true;
  }

  /** In pixels of the track. */
  begin(x: number): void {
    this.put({ from: x, to: x });
  }

  extend(x: number): void {
    if (this.ends !== null) this.put({ from: this.ends.from, to: x });
  }

  cancel(): void {
    this.anchored = false;
    this.put(null);
  }

  /** What it selects now; null where no event is touched. */
  stretch(): Stretch | null {
    const { ends, track } = this;
    if (ends === null || track.width === 0) return null;
    const inside = (x: number) => Math.min(track.width - 1, Math.max(0, x));
    const reach = track.glyphs() === null ? 0 : GLYPH_RADIUS;
    return brushedEvents(track.positions, track.projection, inside(ends.from), inside(ends.to), reach);
  }

  /** Left and right edge in pixels: around the events it has snapped to, and nowhere short of the pointer. */
  edges(): { readonly left: number; readonly right: number } | null {
    const { ends, track } = this;
    if (ends === null) return null;
    const stretch = this.stretch();
    const xOf = (ordinal: number) => track.projection.toX(track.positions.at(ordinal));
    const left = Math.min(ends.from, ends.to);
    const right = Math.max(ends.from, ends.to);
    if (stretch === null) return { left, right };
    return {
      left: Math.min(left, xOf(stretch.first) - GLYPH_RADIUS),
      right: Math.max(right, xOf(stretch.last) + GLYPH_RADIUS),
    };
  }

  private put(ends: Brush['ends']): void {
    this.ends = ends;
    this.track.frames.request();
  }
}
