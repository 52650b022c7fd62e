import type { Stretch } from '#client/playhead-brush';
import type { Pace } from '#client/playhead-playback';
import type { Scale } from '#client/playhead-positions';

/** What the transport and the keys both do. */
export interface DockActions {
  move(ordinal: number): void;
  togglePlay(): void;
  setPace(pace: Pace): void;
  setScale(scale: Scale): void;
  toggleGaps(): void;
  toggleLive(): void;
  toggleBrush(): void;
  /** null: over no event. */
  brush(stretch: Stretch | null): void;
  pin(name: 'a' | 'b'): void;
  swapPins(): void;
  clearPins(): void;
  zoom(factor: number): void;
  shift(share: number): void;
  fit(): void;
  toggleCollapsed(): void;
  toggleLegend(): void;
  note(): void;
}
