/** Where the notes of an entity are kept: a stream of its own in the same namespace, so that nothing is added to the entity's. */
import { createHash } from 'node:crypto';
import { LIMITS, NOTES_ENTITY_TYPE } from '#core';
import type { EntityRef } from '#store';
import { encodeId } from '#wire';

/**
 * The id is the noted entity's type and id, each through the one codec of ids, with a slash between. Where that is longer than an id may
 * be, a digest of it stands there, with a `~` in front that no type begins with; the events' links name the entity in either case.
 */
export function notesStreamOf({ namespace, entityType, entityId }: EntityRef): EntityRef {
  const name = `${encodeId(entityType)}/${encodeId(entityId)}`;
  const isTooLong = Buffer.byteLength(name) > LIMITS.idBytes;
  const digest = () => `~sha256/${createHash('sha256').update(name).digest('hex')}`;
  return { namespace, entityType: NOTES_ENTITY_TYPE, entityId: isTooLong ? digest() : name };
}
