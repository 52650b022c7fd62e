/** All notes of an entity, folded from their stream. */
import { type FoldedNotes, foldNotes, LIMITS, NO_NOTES } from '#core';
import type { EntityRef, Store } from '#store';
import { notesStreamOf } from './notes-stream.ts';

export interface NotesAt extends FoldedNotes {
  /** Version of the stream of notes that they were read at; 0: there is none yet. */
  readonly version: number;
}

const PAGE = 1_000;

/** At most LIMITS.noteEvents events are ever kept there, so all of them fit into memory. */
export async function notesAt(store: Store, noted: EntityRef): Promise<NotesAt> {
  const stream = await store.stream(notesStreamOf(noted));
  if (stream === null) return { ...NO_NOTES, version: 0 };
  let folded = NO_NOTES;
  let version = 0;
  while (version < Math.min(stream.version, LIMITS.noteEvents)) {
    const events = await store.eventsOf(stream.id, version, PAGE);
    folded = foldNotes(events, folded);
    version = events.at(-1)?.version ?? stream.version;
  }
  return { ...folded, version };
}
