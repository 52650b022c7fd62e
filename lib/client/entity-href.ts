/** Addresses of pages, all through wire's one codec. */
import { parseMoment } from '#core';
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

/** An entity opens where the app stands. As things happened a position says how much was known, and not when. */
export function alongToEntity(time: AppTime): Pick<View, 'axis' | 'zone'> & Partial<Pick<View, 'at'>> {
  const { asOf, axis, zone } = time;
  const moment = asOf === null ? null : parseMoment(asOf);
  const isNoPlace = axis === 'occurred' && moment?.ok === true && moment.value.kind === 'position';
  return asOf === null || isNoPlace ? alongToEvent(time) : { at: asOf, axis, zone };
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
