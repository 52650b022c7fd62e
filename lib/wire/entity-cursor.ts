/**
 * The place in a list of entities behind which the next page begins, as one opaque text that needs no encoding in a URL: base64url
 * (RFC 4648, without padding) of the JSON of type and id.
 *
 * Law: decodeCursor(encodeCursor(key)) = key for every entity that there can be, and every text that is accepted is the one that
 * encodeCursor writes, so that a cut or altered one is refused instead of leading somewhere else.
 */
import { fail, isWellFormed, LIMITS, ok, type Result, utf8Length } from '#core';

export interface EntityKey {
  readonly entityType: string;
  readonly entityId: string;
}

export function encodeCursor({ entityType, entityId }: EntityKey): string {
  const bytes = new TextEncoder().encode(JSON.stringify([entityType, entityId]));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** CS-116: the text is no cursor of ours. */
export function decodeCursor(cursor: string): Result<EntityKey> {
  const key = keyIn(cursor);
  return key !== null && encodeCursor(key) === cursor
    ? ok(key)
    : fail(
        'CS-116',
        'after is the "next" of the page before, as it was given; this is none, or it was cut on its way.',
      );
}

function keyIn(cursor: string): EntityKey | null {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const key: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (!Array.isArray(key) || key.length !== 2) return null;
    const [entityType, entityId] = key;
    return canBeId(entityType) && canBeId(entityId) ? { entityType, entityId } : null;
  } catch {
    return null;
  }
}

/** What no stored entity is called would only look like the end of the list. */
function canBeId(part: unknown): part is string {
  if (typeof part !== 'string' || !isWellFormed(part) || part.includes('\0')) return false;
  return utf8Length(part) <= LIMITS.idBytes;
}
