/** The nearest place in front of another, so that what begins behind it begins with that one. */
import { decodeFoundPlace, encodeFoundPlace } from '#wire';

/** null: nothing can be in front of it. */
export function inFrontOf(place: string, direction: 'desc' | 'asc'): string | null {
  const read = decodeFoundPlace(place);
  if (!read.ok) return null;
  const { at, position } = read.value;
  if (direction === 'desc') return encodeFoundPlace({ at, position: position + 1n });
  if (position > 1n) return encodeFoundPlace({ at, position: position - 1n });
  // In the order of positions it is the first one, and any other is behind the clock of the one before it.
  return at === position ? null : encodeFoundPlace({ at: at - 1n, position: LAST_POSITION });
}

const LAST_POSITION = 999_999_999_999_999_999n;
