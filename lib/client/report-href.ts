import { entityPath, type View, writeView } from '#wire';
import type { EntityName } from './entity-href.ts';

/** The report of what is on screen. */
export function reportHref(entity: EntityName, view: View): string {
  return `${entityPath(entity.type, entity.id)}/report?${writeView({ ...view, namespace: entity.namespace })}`;
}
