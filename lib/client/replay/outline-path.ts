import type { Axis } from '#core';
import { entityApiPath } from '#wire';
import type { EntityName } from '../entity-href.ts';

/** Path and query that answer the outline of a history. */
export function outlinePathOf({ namespace, type, id }: EntityName, axis: Axis, upTo: number | null): string {
  const query = new URLSearchParams({ ns: namespace, axis });
  if (upTo !== null) query.set('upto', String(upTo));
  return `${entityApiPath(type, id, '/outline')}?${query}`;
}
