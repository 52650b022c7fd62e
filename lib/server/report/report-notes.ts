/** What readers have said about the part of a history that a report shows. */
import type { History, Note, Result } from '#core';
import type { App } from '../app.ts';
import type { EntityQuestion, OpenHistory } from '../history/open-history.ts';
import { notesAt } from '../notes/notes-at.ts';

export interface ReportedNotes {
  /** In the order in which they were added. */
  readonly notes: readonly Note[];
  /** Within the same part, and left out. */
  readonly removed: number;
  /** Notes on moments or stretches outside of it. */
  readonly outside: number;
  /** Events of the notes that could not be read. */
  readonly unread: number;
}

/**
 * Those on the moment of the state, and those on an event or a stretch that touches the places from `after` to `last`, on the axis of the
 * history: both ends count, since the state at either is what is compared.
 */
export async function notesWithin(
  app: App,
  { namespace, type, id }: EntityQuestion,
  history: OpenHistory,
  places: { readonly at: number; readonly after: number; readonly last: number },
): Promise<Result<ReportedNotes>> {
  const { notes, unread } = await notesAt(app.store, { namespace, entityType: type, entityId: id });
  return history.ask((asked) => {
    const within = notes.filter((note) => touches(asked, note, places));
    const kept = within.filter(({ isRemoved }) => !isRemoved);
    const outside = notes.filter((note) => !note.isRemoved && !within.includes(note)).length;
    return { notes: kept, removed: within.length - kept.length, outside, unread: unread.length };
  });
}

function touches(
  history: History,
  { on }: Note,
  { at, after, last }: { readonly at: number; readonly after: number; readonly last: number },
): boolean {
  const ends = [on.from, on.to ?? on.from].map((version) => ordinalOf(history, version));
  const [one = null, other = null] = ends;
  // A history up to an earlier version does not have the event.
  if (one === null || other === null) return false;
  const [begin, end] = [Math.min(one, other), Math.max(one, other)];
  return (begin <= last && end >= after) || (begin <= at && end >= at);
}

function ordinalOf(history: History, version: number): number | null {
  if (version === 0) return 0;
  return version <= history.length ? history.ordinalOfVersion(version) : null;
}
