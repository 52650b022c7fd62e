/**
 * The URL of the list of entities: `?ns=demo&q=state:/status=open&col=/total&asof=2026-03-14T12:00:00Z`.
 *
 * Law: parseEntitiesView(writeEntitiesView(view)).view = view. Half a place to go on after is no place.
 */
import { fieldPointer } from '#core';
import { type Parsed, partsOf } from './address-parts.ts';
import { type AppTime, appTimeParams, readTimeParts } from './app-time.ts';
import type { EntityKey } from './entity-cursor.ts';
import { DEFAULT_VIEW } from './view.ts';

export interface EntitiesView {
  readonly namespace: string;
  readonly time: AppTime;
  /** In the query language; empty: every entity. */
  readonly query: string;
  /** Empty: every type. */
  readonly type: string;
  readonly idContains: string;
  /** Fields that are shown beside each entity, as paths; none twice. */
  readonly columns: readonly string[];
  readonly withRemoved: boolean;
  readonly after: EntityKey | null;
}

/** As many as the API takes. */
export const MOST_COLUMNS = 20;

export function parseEntitiesView(params: URLSearchParams): Parsed<EntitiesView> {
  const parts = partsOf(params);
  const entityType = params.get('afterType');
  const entityId = params.get('afterId');
  const view: EntitiesView = {
    namespace: params.get('ns') ?? DEFAULT_VIEW.namespace,
    time: readTimeParts(params, parts),
    query: params.get('q')?.trim() ?? '',
    type: params.get('type') ?? '',
    idContains: params.get('id') ?? '',
    columns: columnsOf(params.getAll('col')),
    withRemoved: parts.pick('removed', ['shown']) !== null,
    after: entityType === null || entityId === null ? null : { entityType, entityId },
  };
  return { view, ignored: parts.ignored };
}

export function writeEntitiesView(view: EntitiesView): URLSearchParams {
  const params = new URLSearchParams();
  if (view.namespace !== DEFAULT_VIEW.namespace) params.set('ns', view.namespace);
  for (const [name, value] of Object.entries(appTimeParams(view.time))) params.set(name, value);
  if (view.query !== '') params.set('q', view.query);
  if (view.type !== '') params.set('type', view.type);
  if (view.idContains !== '') params.set('id', view.idContains);
  for (const column of view.columns) params.append('col', column);
  if (view.withRemoved) params.set('removed', 'shown');
  if (view.after !== null) {
    params.set('afterType', view.after.entityType);
    params.set('afterId', view.after.entityId);
  }
  return params;
}

/** A form sends its empty field too, and names are often typed without the slash that a path begins with. */
function columnsOf(written: readonly string[]): readonly string[] {
  const paths = written
    .map((path) => path.trim())
    .filter((path) => path !== '')
    .map(fieldPointer);
  return [...new Set(paths)].slice(0, MOST_COLUMNS);
}
