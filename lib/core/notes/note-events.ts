/**
 * What readers say about an entity, as the product's own events: their types, their payloads, and reading them back.
 *
 * A note names a moment or a range by versions, which stay true when the log grows, and the axis on which it was written. It never
 * is part of the stream that it speaks of: that has to stay what its source said.
 *
 * Law: readNoteEvent(noteEventText(said)) = said. What cannot be read is null, never guessed.
 */
import type { Axis, StoredEvent } from '../event.ts';
import { parsePlain } from '../json/parse.ts';
import { getOwn, isJsonObject, type Json, type JsonObject } from '../json/value.ts';

/** The entity type under which notes are kept, one stream for each entity that has any. */
export const NOTES_ENTITY_TYPE = '$notes';

export type NoteEventType = '$NoteAdded' | '$NoteEdited' | '$NoteRemoved';

/** A bookmark has no text. */
export type NoteKind = 'bookmark' | 'note';

export interface NotePlace {
  readonly axis: Axis;
  /** A version of the noted stream; 0: before its first event. */
  readonly from: number;
  /** The version at the other end of a range; null: a moment. */
  readonly to: number | null;
  /** A field, as a leaf path; null: all of the entity. */
  readonly path: string | null;
}

export type NoteSaid =
  | {
      readonly type: '$NoteAdded';
      readonly id: string;
      readonly on: NotePlace;
      readonly kind: NoteKind;
      readonly text: string;
    }
  | {
      readonly type: '$NoteEdited';
      readonly id: string;
      readonly kind: NoteKind;
      readonly text: string;
    }
  | { readonly type: '$NoteRemoved'; readonly id: string };

/** What reading them needs of stored events. */
export type NoteEvent = Pick<
  StoredEvent,
  'version' | 'type' | 'payload' | 'actor' | 'recordedAt' | 'metadata' | 'eventId'
>;

export const noteKindOf = (text: string): NoteKind => (text === '' ? 'bookmark' : 'note');

/** The payload. */
export function noteEventText(said: NoteSaid): string {
  const { type: _type, ...payload } = said;
  return JSON.stringify(payload);
}

/** null: it is no event of a note, or not one of this form. */
export function readNoteEvent({ type, payload }: Pick<NoteEvent, 'type' | 'payload'>): NoteSaid | null {
  const read = parsePlain(payload);
  if (!read.ok || !isJsonObject(read.value.value)) return null;
  const said = read.value.value;
  const id = textOf(said, 'id');
  if (id === null) return null;
  if (type === '$NoteRemoved') return { type, id };
  const text = textOf(said, 'text');
  if (text === null || textOf(said, 'kind') !== noteKindOf(text)) return null;
  if (type === '$NoteEdited') return { type, id, kind: noteKindOf(text), text };
  const on = placeOf(getOwn(said, 'on'));
  return type === '$NoteAdded' && on !== null ? { type, id, on, kind: noteKindOf(text), text } : null;
}

/** The name that a writer gave for themselves, as metadata; nobody checked it. */
export function declaredAuthorText(name: string | null): string | null {
  return name === null ? null : JSON.stringify({ author: { name, selfDeclared: true } });
}

/** null: none was given. */
export function declaredAuthorOf(metadata: string | null): string | null {
  const read = metadata === null ? null : parsePlain(metadata);
  if (read?.ok !== true || !isJsonObject(read.value.value)) return null;
  const author = getOwn(read.value.value, 'author');
  return isJsonObject(author) ? textOf(author, 'name') : null;
}

function placeOf(on: Json | undefined): NotePlace | null {
  if (!isJsonObject(on)) return null;
  const axis = textOf(on, 'axis');
  const from = getOwn(on, 'from');
  const to = getOwn(on, 'to');
  const path = getOwn(on, 'path');
  if (axis !== 'recorded' && axis !== 'occurred') return null;
  if (!isVersion(from) || (to !== null && !isVersion(to))) return null;
  return path === null || typeof path === 'string' ? { axis, from, to, path } : null;
}

const isVersion = (value: Json | undefined): value is number => Number.isInteger(value) && Number(value) >= 0;

function textOf(object: JsonObject, name: string): string | null {
  const value = getOwn(object, name);
  return typeof value === 'string' ? value : null;
}
