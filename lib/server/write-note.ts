/**
 * Adds, edits or removes a note on an entity. Each appends one event to the stream of notes; the entity's own stream, its versions and
 * its states stay what they are.
 *
 * The same `eventId` with the same content is kept once, however often it is sent. An edit or a removal says which version of the notes
 * it was made from, and is refused where they have moved on meanwhile; so may an addition.
 */
import {
  declaredAuthorText,
  fail,
  type NewEvent,
  NOTES_ENTITY_TYPE,
  type NoteSaid,
  noteEventText,
  noteKindOf,
  ok,
  type Result,
} from '#core';
import { type EntityRef, OWN_SOURCE } from '#store';
import type { App } from './app.ts';
import { noteProblem } from './notes/note-problem.ts';
import type { NoteChange, NoteToWrite } from './notes/note-to-write.ts';
import { notesAt } from './notes/notes-at.ts';
import { notesStreamOf } from './notes/notes-stream.ts';
import type { Viewer } from './viewer.ts';

export type { NoteToWrite };

export interface NoteWritten {
  /** Version of the stream of notes with it. */
  readonly version: number;
  readonly outcome: 'added' | 'alreadyThere';
}

/**
 * null: no event ever named this entity.
 *
 * Errors: CS-530 where it does not fit, CS-531 for a note that is not there, CS-301 where the notes have moved on, CS-302 where the
 * event id was used for something else, and those of an append.
 */
export async function writeNote(
  viewer: Viewer,
  app: App,
  question: { readonly namespace: string; readonly type: string; readonly id: string },
  note: NoteToWrite,
): Promise<Result<NoteWritten | null>> {
  if (question.type === NOTES_ENTITY_TYPE) return fail('CS-530', 'Notes have no notes of their own.');
  const noted = { namespace: question.namespace, entityType: question.type, entityId: question.id };
  const stream = await app.store.stream(noted);
  if (stream === null) return ok(null);
  const problem = noteProblem(note, await notesAt(app.store, noted), stream.version);
  if (problem !== null) return { ok: false, error: problem };
  const appended = await app.store.append({
    namespace: noted.namespace,
    atomic: true,
    items: [
      {
        event: eventOf(viewer, noted, note),
        ...(note.expectedVersion === null ? {} : { expectedVersion: note.expectedVersion }),
      },
    ],
  });
  if (!appended.ok) return appended;
  const [outcome] = appended.value.outcomes;
  if (outcome === undefined) throw new Error('An append of one event has one outcome');
  return outcome.kind === 'refused'
    ? fail(outcome.code, outcome.reason)
    : ok({ version: outcome.version, outcome: outcome.kind });
}

function eventOf(viewer: Viewer, noted: EntityRef, { eventId, author, change }: NoteToWrite): NewEvent {
  const said = saidOf(eventId, change);
  const { entityType, entityId } = notesStreamOf(noted);
  return {
    entityType,
    entityId,
    type: said.type,
    schemaVersion: 1,
    removed: false,
    payloadFormat: 'json',
    payload: noteEventText(said),
    occurredAt: null,
    recordedAt: null,
    flags: 0,
    actor: viewer.name,
    source: OWN_SOURCE,
    eventId,
    correlationId: null,
    causationId: null,
    sourceRef: null,
    sourcePosition: null,
    sourceVersion: null,
    metadata: declaredAuthorText(author),
    occurredText: null,
    recordedText: null,
    links: [{ entityType: noted.entityType, entityId: noted.entityId, role: 'noted' }],
  };
}

function saidOf(eventId: string, change: NoteChange): NoteSaid {
  if (change.what === 'remove') return { type: '$NoteRemoved', id: change.note };
  const { text } = change;
  const kind = noteKindOf(text);
  return change.what === 'edit'
    ? { type: '$NoteEdited', id: change.note, kind, text }
    : { type: '$NoteAdded', id: eventId, on: change.on, kind, text };
}
