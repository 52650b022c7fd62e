/** What the page gives the dock, and what the dock tells the page. */

import type { Columns } from '#client/playhead-columns';
import type { Matching } from '#client/playhead-matching';
import type { Scale } from '#client/playhead-positions';
import type { SharedWindow } from '#client/shared-window';
import type { DockStream, Pins } from './dock-model.ts';
import type { DockNotes } from './dock-notes.ts';

/** What is scrubbed: the history of one entity, or several on one clock. */
export interface DockHistory extends DockStream {
  readonly columns: Columns;
  /** Called whenever there is more to draw. */
  watch(watcher: () => void): () => void;
}

export interface TimelineDockProps {
  readonly replay: DockHistory;
  /** What the page has committed; 0 is before the first event. */
  readonly ordinal: number;
  /**
   * Microseconds since 1970, where the page has committed an instant and not an event; left out where the page knows none, and
   * the playhead is always at an event.
   */
  readonly instant?: bigint | null;
  /** While the playhead moves: 20 times a second at most, and always once more at rest. */
  onPreview(ordinal: number): void;
  /** The playhead was let go, or a key or a button moved it. `instant`: see above; null at an event. */
  onCommit(ordinal: number, instant: bigint | null): void;
  /** Ordinals; null where a pin is not set. */
  readonly pins: Pins;
  onPins(pins: Pins): void;
  /** To the next look of a diff. */
  onDiffLook(): void;
  /** Ordinals of the changes of the field that is followed, ascending; null: none is. */
  readonly followed: Uint32Array | null;
  /** Is told what the dock shows. */
  readonly shared: SharedWindow;
  readonly scale: Scale;
  onScale(scale: Scale): void;
  /** Folding idle gaps on the scale of time; left out where the page does not offer it. */
  readonly gaps?: { readonly folded: boolean; onFold(folded: boolean): void };
  /** Going along with new events; left out where there is nothing to follow. */
  readonly live?: { readonly on: boolean; onToggle(on: boolean): void };
  /** Where a filter is: the events that it shows, on which alone the playhead stops. */
  readonly matching: Matching | null;
  /** That times are written in, a name of the tz database. */
  readonly zone: string;
  /** What was typed into "Go to"; the page resolves it and answers with a new ordinal or a problem, and says whether it goes there. */
  onGoTo(text: string): Promise<boolean>;
  readonly goToProblem: string | null;
  /** What was refused is no longer in the field. */
  onGoToCleared(): void;
  /** What to know of the moment that it went to. */
  readonly goToNote: string | null;
  /** null: nothing can be noted here. */
  readonly notes: DockNotes | null;
}
