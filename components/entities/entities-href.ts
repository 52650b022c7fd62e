import { type EntitiesView, writeEntitiesView } from '#wire';

/** The list with something else about it, from its first page unless a place is given. */
export function entitiesHref(view: EntitiesView, patch: Partial<EntitiesView> = {}): string {
  const params = writeEntitiesView({ ...view, after: null, ...patch });
  return params.size === 0 ? '/entities' : `/entities?${params}`;
}

/** Whether the list leaves out entities for another reason than that they had been removed. */
export function isNarrowed({ query, type, idContains }: EntitiesView): boolean {
  return query !== '' || type !== '' || idContains !== '';
}
