/**
 * Which events are of given types, by given actors, and changed a given field or one below it.
 *
 * Law: matchingIn gives the ordinals of those events of a segment whose header and changes {@link isMatching} says yes to, and
 * mayMatch says no only of segments in which there are none.
 */

import type { Change, EventHeader } from './history.ts';
import { isWithin, withMembers } from './member-paths.ts';
import type { SegmentOutline } from './outline.ts';
import type { Segment } from './segment.ts';
import type { Sketch } from './sketch.ts';

/** All that is asked for has to hold. */
export interface EventConditions {
  /** Any of these; none: any type. */
  readonly types: readonly string[];
  /** Any of these; the empty text stands for events without an actor. None: any actor. */
  readonly actors: readonly string[];
  /** null: whatever was changed. */
  readonly path: string | null;
}

/** One event by itself. `changes` is asked for only where a path is. */
export function isMatching(
  { types, actors, path }: EventConditions,
  { type, actor }: Pick<EventHeader, 'type' | 'actor'>,
  changes: () => readonly Change[],
): boolean {
  return (
    (types.length === 0 || types.includes(type)) &&
    (actors.length === 0 || actors.includes(actor ?? '')) &&
    (path === null || changes().some((change) => isWithin(change.path, path)))
  );
}

/** Whether the segment has to be read at all. */
export function mayMatch(
  { types, path }: EventConditions,
  { touched, sketch }: Pick<SegmentOutline, 'touched'> & { readonly sketch: Sketch },
): boolean {
  if (types.length > 0 && !sketch.types.some(({ type }) => types.includes(type))) return false;
  return path === null || touched.mayHold(path);
}

/** By ordinal − first: 1 where the event matches. The columns of the field are walked, not the events. */
export function matchingIn(segment: Segment, { types, actors, path }: EventConditions): Uint8Array {
  const found = path === null ? null : changedIn(segment, path);
  const labelled = segment.labelled(
    types.length === 0 ? null : new Set(types),
    actors.length === 0 ? null : new Set(actors),
  );
  if (found === null) return labelled;
  for (let index = 0; index < found.length; index += 1)
    found[index] = (found[index] ?? 0) & (labelled[index] ?? 0);
  return found;
}

function changedIn(segment: Segment, path: string): Uint8Array {
  const changed = new Uint8Array(segment.last - segment.first + 1);
  for (const column of withMembers(segment, path))
    for (const ordinal of segment.changesAt(column)) changed[ordinal - segment.first] = 1;
  return changed;
}
