/** Notes are kept in streams of their own, whose name is for programs. For people it is the entity that they are about. */
import { NOTES_ENTITY_TYPE } from '#core';
import { decodeId } from '#wire';
import type { EntityName } from '../entity-href.ts';

type Named = Pick<EntityName, 'type' | 'id'>;

/** What the notes of this stream are about; null: it is no stream of notes, or its id is too long to say. */
export function notedEntity({ type, id }: Named): Named | null {
  const [notedType, notedId, ...more] = id.split('/');
  if (type !== NOTES_ENTITY_TYPE || notedType === undefined || notedId === undefined || more.length > 0)
    return null;
  if (notedType === DIGEST) return null;
  const [readType, readId] = [decodeId(notedType), decodeId(notedId)];
  return readType === null || readId === null ? null : { type: readType, id: readId };
}

/** Stands where the names of the entity are longer than an id may be. */
const DIGEST = '~sha256';

/** `order O-1003`, `Notes on order O-1003` */
export function entityWords(entity: Named): string {
  const noted = notedEntity(entity);
  if (noted !== null) return `Notes on ${noted.type} ${noted.id}`;
  return entity.type === NOTES_ENTITY_TYPE
    ? 'Notes on an entity with a long name'
    : `${entity.type} ${entity.id}`;
}
