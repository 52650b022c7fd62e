/** Addresses of pages, all through wire's one codec. */
import { type AppTime, DEFAULT_VIEW, entityPath, type View, writeView } from '#wire';

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

/**
 * What of the time of the app goes along to an event of an entity: its place is its version. On the recorded axis an entity opens on the one
 * that is its own.
 */
export function alongToEvent({ axis, zone }: Pick<AppTime, 'axis' | 'zone'>): Pick<View, 'axis' | 'zone'> {
  return { axis: axis === 'occurred' ? axis : null, zone };
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
