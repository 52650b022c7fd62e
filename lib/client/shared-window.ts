/**
 * The stretch of the line that the dock shows, for what is drawn on the same axis elsewhere on the page. It changes with every frame
 * of a drag, so it is told to painters and never rendered.
 */
import type { Positions, Span } from './playhead-positions.ts';

export interface ShownStretch {
  readonly window: Span;
  readonly positions: Positions;
  /** Where the playhead is, on its way or at rest. */
  readonly ordinal: number;
}

export class SharedWindow {
  /** null until the dock has drawn itself. */
  shown: ShownStretch | null = null;
  private readonly painters = new Set<() => void>();

  show(next: ShownStretch): void {
    const { shown } = this;
    const isSame =
      shown?.window === next.window && shown.positions === next.positions && shown.ordinal === next.ordinal;
    if (isSame) return;
    this.shown = next;
    for (const painter of this.painters) painter();
  }

  /** Painted once at once, and with every change; gives the way to stop. */
  watch(painter: () => void): () => void {
    this.painters.add(painter);
    painter();
    return () => this.painters.delete(painter);
  }
}
