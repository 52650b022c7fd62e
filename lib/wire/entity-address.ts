/**
 * The one codec of ids in URLs, for pages and API alike.
 *
 * Law: decodeId(encodeId(id)) = id for every valid Unicode string, and no encoded segment is empty, `.` or `..`,
 * which browsers and servers drop or resolve. Such ids, and those that begin with `~`, get a `~` in front.
 *
 * Next hands page params over still percent-encoded and route handler params decoded once: `decodeId` is for the
 * first, `unguardId` for the second.
 */
export function encodeId(id: string): string {
  const guarded = id === '' || id === '.' || id === '..' || id.startsWith('~') ? `~${id}` : id;
  return encodeURIComponent(guarded);
}

/** From the raw, percent-encoded segment. Null where it is not valid percent-encoded UTF-8. */
export function decodeId(segment: string): string | null {
  try {
    return unguardId(decodeURIComponent(segment));
  } catch {
    return null;
  }
}

export function unguardId(decoded: string): string {
  return decoded.startsWith('~') ? decoded.slice(1) : decoded;
}

/** `/entities/order/4711`, with `?ns=` unless the namespace is `main`. */
export function entityPath(entityType: string, entityId: string, namespace = 'main'): string {
  return inNamespace(`/entities/${encodeId(entityType)}/${encodeId(entityId)}`, namespace);
}

/** `/api/v1/entities/order/4711` + what follows, with `?ns=` unless the namespace is `main`. */
export function entityApiPath(entityType: string, entityId: string, below = '', namespace = 'main'): string {
  return inNamespace(`/api/v1/entities/${encodeId(entityType)}/${encodeId(entityId)}${below}`, namespace);
}

function inNamespace(path: string, namespace: string): string {
  return namespace === 'main' ? path : `${path}?ns=${encodeURIComponent(namespace)}`;
}
