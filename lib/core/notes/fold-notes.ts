/**
 * The notes of an entity: the fold of the events that say them, each with everything that was ever said of it.
 *
 * Laws: folding events one by one = folding them at once; nothing that was said is lost, a removed note stays with all of its steps;
 * every event is a step of one note or among those that could not be taken. It checks no rights and orders nothing: the
 * order is that of versions.
 */
import {
  declaredAuthorOf,
  type NoteEvent,
  type NoteKind,
  type NotePlace,
  type NoteSaid,
  readNoteEvent,
} from './note-events.ts';

export interface Note {
  readonly id: string;
  readonly on: NotePlace;
  /** As it was last said. */
  readonly kind: NoteKind;
  readonly text: string;
  readonly isRemoved: boolean;
  /** In the order of versions; the first added it. */
  readonly steps: readonly NoteStep[];
}

export interface NoteStep {
  readonly what: 'added' | 'edited' | 'removed';
  /** Version in the stream of the notes. */
  readonly version: number;
  readonly eventId: string;
  /** The text after this step; what was removed keeps its last. */
  readonly text: string;
  /** The viewer who did it. */
  readonly actor: string | null;
  /** The name that they gave for themselves, which nobody checked; null: none. */
  readonly declared: string | null;
  /** Microseconds. */
  readonly at: bigint;
}

export interface FoldedNotes {
  /** In the order in which they were added. */
  readonly notes: readonly Note[];
  /** Versions of events that say nothing about a note that is there, or in no form that is known. */
  readonly unread: readonly number[];
}

export const NO_NOTES: FoldedNotes = { notes: [], unread: [] };

/** `events` ascending by version, all of them later than those in `before`. */
export function foldNotes(events: Iterable<NoteEvent>, before: FoldedNotes = NO_NOTES): FoldedNotes {
  const notes = new Map(before.notes.map((note) => [note.id, note]));
  const unread = [...before.unread];
  for (const event of events) {
    const said = readNoteEvent(event);
    const next = said === null ? null : noteAfter(notes.get(said.id), said, event);
    if (next === null) unread.push(event.version);
    else notes.set(next.id, next);
  }
  return { notes: [...notes.values()], unread };
}

function noteAfter(note: Note | undefined, said: NoteSaid, event: NoteEvent): Note | null {
  if (said.type === '$NoteAdded') {
    if (note !== undefined) return null;
    const { id, on, kind, text } = said;
    return { id, on, kind, text, isRemoved: false, steps: [stepOf('added', text, event)] };
  }
  if (note === undefined || note.isRemoved) return null;
  if (said.type === '$NoteRemoved')
    return { ...note, isRemoved: true, steps: [...note.steps, stepOf('removed', note.text, event)] };
  const { kind, text } = said;
  return { ...note, kind, text, steps: [...note.steps, stepOf('edited', text, event)] };
}

function stepOf(what: NoteStep['what'], text: string, event: NoteEvent): NoteStep {
  const { version, eventId, actor, recordedAt: at, metadata } = event;
  return { what, version, eventId, text, actor, declared: declaredAuthorOf(metadata), at };
}
