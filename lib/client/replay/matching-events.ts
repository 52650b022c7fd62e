/**
 * The events of a history that a filter lets through, as ascending ordinals.
 *
 * Law: walking the segments gives what looking at every event one by one gives. Segments that cannot hold a match are not read.
 */
import { type History, isMatching, matchingIn, mayMatch, type Segment } from '#core';
import type { EventFilter, OutlinedSegment } from '#wire';

/** Which versions hold a text; null: no text was asked for. */
export type WithText = ReadonlySet<number> | null;

/** Event by event, for histories that are there as a whole. */
export function matchingOf(history: History, filter: EventFilter, withText: WithText): Uint32Array {
  const found: number[] = [];
  for (let ordinal = 1; ordinal <= history.length; ordinal += 1) {
    const event = history.event(ordinal);
    if (withText !== null && !withText.has(event.version)) continue;
    if (isMatching(filter, event, () => history.changesOf(ordinal))) found.push(ordinal);
  }
  return Uint32Array.from(found);
}

/** Whether the outline alone says that no event of the segment matches. */
export function isOutOfQuestion(filter: EventFilter, segment: OutlinedSegment, withText: WithText): boolean {
  if (!mayMatch(filter, segment)) return true;
  if (withText === null) return false;
  for (let version = segment.lowestVersion; version <= segment.highestVersion; version += 1)
    if (withText.has(version)) return false;
  return true;
}

export function matchingInSegment(segment: Segment, filter: EventFilter, withText: WithText): number[] {
  const found: number[] = [];
  const matches = matchingIn(segment, filter);
  const versions = segment.versions();
  for (let at = 0; at < matches.length; at += 1) {
    if (matches[at] === 1 && (withText === null || withText.has(versions[at] ?? 0)))
      found.push(segment.first + at);
  }
  return found;
}
