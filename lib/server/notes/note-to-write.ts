/** One thing that a reader says about an entity, or takes back. */
import type { NotePlace } from '#core';

export type NoteChange =
  | { readonly what: 'add'; readonly on: NotePlace; readonly text: string }
  | { readonly what: 'edit'; readonly note: string; readonly text: string }
  | { readonly what: 'remove'; readonly note: string };

export interface NoteToWrite {
  /** Made by the writer; of an addition it is the id of the note too. */
  readonly eventId: string;
  /** The name that the writer gives for themselves. Nobody checks it, and it is marked so; null: none. */
  readonly author: string | null;
  /** Version of the stream of notes that the change was made from; null: whatever it is. */
  readonly expectedVersion: number | null;
  readonly change: NoteChange;
}
