/**
 * From a brushed stretch of pixels to the events it selects. Both ends snap outward: an event is taken whole as soon as its pixel, or
 * its glyph where glyphs are drawn, is touched.
 *
 * Law: exactly the events are selected that lie in a touched pixel; the order in which the two ends were given is nothing.
 */
import { lastWhere, type Positions } from './playhead-positions.ts';
import type { Projection } from './playhead-snap.ts';
import { countText } from './playhead-words.ts';

/** Ordinals of the first and the last selected event. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** null where no event is touched. `reach` is half the width of a drawn glyph, 0 where none are drawn. */
export function brushedEvents(
  positions: Positions,
  projection: Projection,
  one: number,
  other: number,
  reach = 0,
): Stretch | null {
  const left = Math.floor(Math.min(one, other) - reach);
  const right = Math.floor(Math.max(one, other) + reach) + 1;
  const xOf = (ordinal: number) => projection.toX(positions.at(ordinal));
  const first = lastWhere(positions.length, (ordinal) => xOf(ordinal) < left) + 1;
  const last = lastWhere(positions.length, (ordinal) => xOf(ordinal) < right);
  return first > last ? null : { first, last };
}

/** A is the moment before the stretch, B its last event: between them lies what the stretch did. */
export const pinsOf = ({ first, last }: Stretch): { a: number; b: number } => ({ a: first - 1, b: last });

/** "29 events selected, from event 12 to event 40. A is before them, B is the last." */
export function stretchSentence({ first, last }: Stretch, numberOf: (ordinal: number) => string): string {
  const count = last - first + 1;
  if (count === 1)
    return `1 event selected, event ${numberOf(first)}. A is before it, B is the event itself.`;
  const ends = `from event ${numberOf(first)} to event ${numberOf(last)}`;
  return `${countText(count)} events selected, ${ends}. A is before them, B is the last.`;
}
