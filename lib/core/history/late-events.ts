/**
 * Which events are late: they happened before an event that was in the log already.
 *
 * Law: an event is late where some event of a lower version has a later occurredAt. Times that are ours are nobody's and count on
 * neither side. Of the segments other than the event's own, their sketches say enough.
 */
import { EVENT_FLAGS } from '../event.ts';
import type { EventHeader, History } from './history.ts';
import type { Sketch } from './sketch.ts';

/** Of one segment, as an outline has it. */
export interface SketchedSegment {
  readonly first: number;
  readonly last: number;
  readonly sketch: Sketch;
}

/** Of the segment at `index`, by ordinal − first: 1 where the event is late. */
export function lateInSegment(
  history: Pick<History, 'axis' | 'event'>,
  segments: readonly SketchedSegment[],
  index: number,
): Uint8Array {
  const segment = segments[index];
  if (segment === undefined) throw new RangeError(`There is no segment ${index}.`);
  return history.axis === 'recorded'
    ? behindTheLatest(history, segment, segments.slice(0, index))
    : aheadOfTheLowest(history, segment, segments.slice(index + 1));
}

/** Places are versions: an event is late that happened before the latest so far. */
function behindTheLatest(
  history: Pick<History, 'event'>,
  { first, last }: SketchedSegment,
  earlier: readonly SketchedSegment[],
): Uint8Array {
  const late = new Uint8Array(last - first + 1);
  let latest = latestOf(earlier);
  for (let ordinal = first; ordinal <= last; ordinal += 1) {
    const event = history.event(ordinal);
    if (!isTimed(event)) continue;
    if (latest !== null && event.occurredAt < latest) late[ordinal - first] = 1;
    else latest = event.occurredAt;
  }
  return late;
}

/** Places are times: an event is late if one behind it has a lower version. At the same instant, lower versions come first. */
function aheadOfTheLowest(
  history: Pick<History, 'event'>,
  { first, last }: SketchedSegment,
  later: readonly SketchedSegment[],
): Uint8Array {
  const late = new Uint8Array(last - first + 1);
  let lowest = later.reduce(
    (low, { sketch }) => Math.min(low, sketch.lowest ?? low),
    Number.POSITIVE_INFINITY,
  );
  for (let ordinal = last; ordinal >= first; ordinal -= 1) {
    const event = history.event(ordinal);
    if (!isTimed(event)) continue;
    if (event.version > lowest) late[ordinal - first] = 1;
    else lowest = event.version;
  }
  return late;
}

function latestOf(segments: readonly SketchedSegment[]): bigint | null {
  return segments.reduce<bigint | null>((high, { sketch: { latest } }) => {
    return latest !== null && (high === null || latest > high) ? latest : high;
  }, null);
}

const isTimed = ({ flags }: EventHeader): boolean => (flags & EVENT_FLAGS.occurredIsOurs) === 0;
