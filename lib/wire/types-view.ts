/**
 * The URLs of the catalogue of event types: `/types?ns=demo&q=order&sort=last` and `/types/OrderPlaced?schema=1`.
 *
 * Law: parseTypesView(writeTypesView(view)).view = view, and the same of one type. What cannot be read is left out and named.
 */
import { type Parsed, partsOf } from './address-parts.ts';
import { type AppTime, appTimeParams, readTimeParts } from './app-time.ts';
import { DEFAULT_VIEW } from './view.ts';

export const TYPE_SORTS = ['events', 'name', 'first', 'last'] as const;

export type TypeSort = (typeof TYPE_SORTS)[number];

export interface TypesView {
  readonly namespace: string;
  /** Its axis is the one on which first, last and the pictures are said. */
  readonly time: AppTime;
  /** Types whose names, or those of their entity types, hold it; empty: every one. */
  readonly text: string;
  /** Most events, A to Z, seen first earliest, seen last latest. */
  readonly sort: TypeSort;
}

export function parseTypesView(params: URLSearchParams): Parsed<TypesView> {
  const parts = partsOf(params);
  const view: TypesView = {
    namespace: params.get('ns') ?? DEFAULT_VIEW.namespace,
    time: readTimeParts(params, parts),
    text: params.get('q')?.trim() ?? '',
    sort: parts.pick('sort', TYPE_SORTS) ?? 'events',
  };
  return { view, ignored: parts.ignored };
}

export function writeTypesView(view: TypesView): URLSearchParams {
  const params = placeParams(view);
  if (view.text !== '') params.set('q', view.text);
  if (view.sort !== 'events') params.set('sort', view.sort);
  return params;
}

/** The type itself is in the path. */
export interface TypeView extends Pick<TypesView, 'namespace' | 'time'> {
  /** The schema version whose shape is shown; null: the newest. */
  readonly schemaVersion: number | null;
}

export function parseTypeView(params: URLSearchParams): Parsed<TypeView> {
  const parts = partsOf(params);
  const view: TypeView = {
    namespace: params.get('ns') ?? DEFAULT_VIEW.namespace,
    time: readTimeParts(params, parts),
    schemaVersion: parts.read('schema', (value) =>
      /^[1-9]\d{0,9}$/.test(value) ? Number(value) : undefined,
    ),
  };
  return { view, ignored: parts.ignored };
}

export function writeTypeView(view: TypeView): URLSearchParams {
  const params = placeParams(view);
  if (view.schemaVersion !== null) params.set('schema', String(view.schemaVersion));
  return params;
}

function placeParams({ namespace, time }: Pick<TypesView, 'namespace' | 'time'>): URLSearchParams {
  const params = new URLSearchParams();
  if (namespace !== DEFAULT_VIEW.namespace) params.set('ns', namespace);
  for (const [name, value] of Object.entries(appTimeParams(time))) params.set(name, value);
  return params;
}
