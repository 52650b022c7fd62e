/** What readers have said about one entity. */
import type { App } from './app.ts';
import { type NotesAt, notesAt } from './notes/notes-at.ts';
import type { Viewer } from './viewer.ts';

export type NotesAnswer = NotesAt;

/** Removed ones too, which say that they are. null: no event ever named this entity. */
export async function readNotes(
  _viewer: Viewer,
  app: App,
  question: { readonly namespace: string; readonly type: string; readonly id: string },
): Promise<NotesAnswer | null> {
  const noted = { namespace: question.namespace, entityType: question.type, entityId: question.id };
  return (await app.store.stream(noted)) === null ? null : notesAt(app.store, noted);
}
