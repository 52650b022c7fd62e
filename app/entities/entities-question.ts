import type { EntitiesFilter } from '#components/entities/entity-filter';

/** What the list is asked for, from its address. Half a place to go on after is no place. */
export function entitiesQuestion(search: URLSearchParams): EntitiesFilter {
  const afterType = search.get('afterType');
  const afterId = search.get('afterId');
  return {
    type: search.get('type') ?? '',
    idContains: search.get('id') ?? '',
    after: afterType === null || afterId === null ? null : { entityType: afterType, entityId: afterId },
  };
}
