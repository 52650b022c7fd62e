/**
 * What the timeline needs of a history, in typed arrays, so that a million events can be binned and searched within one frame.
 *
 * Instants are milliseconds after the first event: a double keeps microseconds over 285 years that way. On the recorded
 * axis the running maximum of recordedAt places an event, as it does for "as of"; so `at` never falls.
 */
import type { LateEvents } from './late-events.ts';
import type { Category } from './playhead-categories.ts';

export interface Columns {
  readonly length: number;
  /** Instant of the first event, milliseconds since 1970 UTC; 0 for an empty history. */
  readonly origin: number;
  /** By ordinal − 1: milliseconds after the origin. */
  readonly at: Float64Array;
  /** By ordinal − 1: index into `types`. */
  readonly type: Uint32Array;
  /** By ordinal − 1: slot of the colour and the shape. */
  readonly slot: Uint8Array;
  readonly types: readonly string[];
  readonly legend: readonly Category[];
  /** As far as segments have told; each part by itself ascends. */
  readonly late: readonly LateEvents[];
  /** Rises whenever a segment has told what it is. */
  readonly revision: number;
  /** Whether place and type of this event are its own. */
  exact(ordinal: number): boolean;
}
