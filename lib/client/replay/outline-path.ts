import type { Axis } from '#core';
import { DEFAULT_VIEW, entityApiPath } from '#wire';
import type { EntityName } from '../entity-href.ts';

/** Path and query that answer the outline of a history. */
export function outlinePathOf({ namespace, type, id }: EntityName, axis: Axis, upTo: number | null): string {
  const query = new URLSearchParams({ ns: namespace, axis });
  if (upTo !== null) query.set('upto', String(upTo));
  return `${entityApiPath(type, id, '/outline')}?${query}`;
}

/** Path and query that answer which of the versions behind `after` hold a text, for the entity that the outline is of. */
export function searchPathOf(outlinePath: string, text: string, after: number): string {
  const [path = '', asked] = outlinePath.split('?');
  const namespace = new URLSearchParams(asked).get('ns') ?? DEFAULT_VIEW.namespace;
  const query = new URLSearchParams({ ns: namespace, text, after: String(after) });
  return `${path.replace(/\/outline$/, '/search')}?${query}`;
}
