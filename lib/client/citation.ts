/** An event in words that can be checked against the log. */
import { type EventHeader, NOTES_ENTITY_TYPE } from '#core';
import type { EventDetail } from '#wire';
import type { EntityName } from './entity-href.ts';
import { instantIso } from './instant-text.ts';
import { entityWords } from './notes/noted-entity.ts';
import type { Face } from './wording/face.ts';

/** `order O-1003, event 4, 2026-03-03T14:02:11Z, sha256:…`; who reads keys is told under which name notes are kept. */
export function citationOf(
  entity: EntityName,
  { version, recordedAt }: Pick<EventHeader, 'version' | 'recordedAt'>,
  { leafHash }: Pick<EventDetail, 'leafHash'>,
  face: Face,
): string {
  const areNotes = entity.type === NOTES_ENTITY_TYPE;
  const exact = areNotes && face === 'developer' ? ` (kept as ${entity.type} ${entity.id})` : '';
  const event = `${areNotes ? 'entry' : 'event'} ${version}`;
  return `${entityWords(entity)}${exact}, ${event}, ${instantIso(recordedAt)}, sha256:${leafHash}`;
}
