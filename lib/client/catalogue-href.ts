/** Addresses of the catalogue of event types and of the event model. */
import {
  encodeId,
  type ModelView,
  type TypesView,
  type TypeView,
  writeModelView,
  writeTypesView,
  writeTypeView,
} from '#wire';

export function typesHref(view: TypesView): string {
  return withQuery('/types', writeTypesView(view));
}

export function typeHref(type: string, view: TypeView): string {
  return withQuery(`/types/${encodeId(type)}`, writeTypeView(view));
}

export function modelHref(view: ModelView): string {
  return withQuery('/model', writeModelView(view));
}

const withQuery = (path: string, params: URLSearchParams): string =>
  params.size === 0 ? path : `${path}?${params}`;
