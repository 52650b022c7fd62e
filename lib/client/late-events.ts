/**
 * Late events as the timeline draws them: at their place on the axis shown, and where they are on the other one.
 *
 * On the recorded axis the other place is when they happened, which is earlier; on the occurred axis when they were recorded, which is
 * mostly later.
 */
import { type Axis, clockOf, type EventHeader } from '#core';

export interface LateEvents {
  /** Ascending. */
  readonly ordinals: Uint32Array<ArrayBuffer>;
  /** By index: milliseconds after the first event of the history, by the clock of the other axis. */
  readonly other: Float64Array<ArrayBuffer>;
}

/** `isLate`: by ordinal − first, 1 where the event is late; `origin`: microseconds since 1970. */
export function lateEvents(
  source: { readonly first: number; header(ordinal: number): EventHeader },
  axis: Axis,
  origin: bigint,
  isLate: Uint8Array,
): LateEvents {
  const ordinals: number[] = [];
  for (let index = isLate.indexOf(1); index >= 0; index = isLate.indexOf(1, index + 1))
    ordinals.push(source.first + index);
  const otherAxis = axis === 'recorded' ? 'occurred' : 'recorded';
  const other = ordinals.map((ordinal) => Number(clockOf(source.header(ordinal), otherAxis) - origin) / 1000);
  return { ordinals: Uint32Array.from(ordinals), other: Float64Array.from(other) };
}
