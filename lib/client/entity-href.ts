/** Addresses of pages, all through wire's one codec. */
import { DEFAULT_VIEW, entityPath, type View, writeView } from '#wire';

export interface EntityName {
  readonly namespace: string;
  readonly type: string;
  readonly id: string;
}

/** The page of an entity, with what is on screen as its query. */
export function entityHref(entity: EntityName, view: Partial<Omit<View, 'namespace'>> = {}): string {
  const query = writeView({ ...DEFAULT_VIEW, ...view, namespace: entity.namespace }).toString();
  return `${entityPath(entity.type, entity.id)}${query === '' ? '' : `?${query}`}`;
}

/** `/entities`, `/status` and `/` keep the namespace the reader is in. */
export function pageHref(
  path: string,
  namespace: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const params = new URLSearchParams(query);
  if (namespace !== DEFAULT_VIEW.namespace) params.set('ns', namespace);
  return params.size === 0 ? path : `${path}?${params}`;
}
