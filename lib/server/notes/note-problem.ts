/** What keeps a note from being kept, before the store is asked. */
import { LIMITS, type NotePlace, type Problem } from '#core';
import type { NoteToWrite } from './note-to-write.ts';
import type { NotesAt } from './notes-at.ts';

/** The name that a writer gives for themselves; the longest names of people fit twice. */
const NAME_BYTES = 200;

/** `head`: newest version of the noted entity. CS-530 or CS-531. */
export function noteProblem(
  { author, change, eventId }: NoteToWrite,
  notes: NotesAt,
  head: number,
): Problem | null {
  const tooLong =
    (change.what === 'remove' ? null : sizeProblem('The text of a note', change.text, LIMITS.noteBytes)) ??
    (author === null ? null : sizeProblem('A name', author, NAME_BYTES));
  if (tooLong !== null) return tooLong;
  // What was sent once and is sent again is judged by the store, which has it.
  if (notes.notes.some(({ steps }) => steps.some((step) => step.eventId === eventId))) return null;
  if (notes.version >= LIMITS.noteEvents) {
    return problem(`${LIMITS.noteEvents} events of notes are kept for one entity, and it has as many.`);
  }
  if (change.what === 'add') return placeProblem(change.on, head);
  const note = notes.notes.find(({ id }) => id === change.note);
  if (note?.isRemoved === false) return null;
  const why = note === undefined ? 'There is no note' : 'Removed already is the note';
  return { code: 'CS-531', message: `${why} ${JSON.stringify(change.note)} of this entity.` };
}

function sizeProblem(what: string, text: string, limit: number): Problem | null {
  const bytes = Buffer.byteLength(text);
  return bytes <= limit ? null : problem(`${what} has at most ${limit} bytes; this one has ${bytes}.`);
}

function placeProblem({ from, to }: NotePlace, head: number): Problem | null {
  const beyond = [from, to ?? 0].find((version) => version > head);
  if (beyond !== undefined)
    return problem(`Version ${beyond} is beyond the head: the newest version is ${head}.`);
  return from === to ? problem('A range has two ends; a moment is written without "to".') : null;
}

const problem = (message: string): Problem => ({ code: 'CS-530', message });
