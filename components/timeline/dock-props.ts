/** What the page gives the dock, and what the dock tells the page. */

import type { Scale } from '#client/playhead-positions';
import type { Replay } from '#client/replay/replay';
import type { SharedWindow } from '#client/shared-window';
import type { Pins } from './dock-model.ts';

export interface TimelineDockProps {
  readonly replay: Replay;
  /** What the page has committed; 0 is before the first event. */
  readonly ordinal: number;
  /** While the playhead moves: 20 times a second at most, and always once more at rest. */
  onPreview(ordinal: number): void;
  /** The playhead was let go, or a key or a button moved it. */
  onCommit(ordinal: number): void;
  /** Ordinals; null where a pin is not set. */
  readonly pins: Pins;
  onPins(pins: Pins): void;
  /** Ordinals of the changes of the field that is followed, ascending; null: none is. */
  readonly followed: Uint32Array | null;
  /** Is told what the dock shows. */
  readonly shared: SharedWindow;
  readonly scale: Scale;
  onScale(scale: Scale): void;
  readonly timeZone: 'UTC';
  /** What was typed into "Go to"; the page resolves it and answers with a new ordinal or a problem, and says whether it goes there. */
  onGoTo(text: string): Promise<boolean>;
  readonly goToProblem: string | null;
}
