/** The rule that folds an entity type. */
import type { ProjectionKind } from '#core';
import type { EntityRef } from '#store';
import type { App } from '../app.ts';

/** The configuration wins over what the first import registered. */
export async function projectionKindOf(
  app: Pick<App, 'config' | 'store'>,
  { namespace, entityType }: Pick<EntityRef, 'namespace' | 'entityType'>,
): Promise<ProjectionKind> {
  const configured = app.config.kindOf(namespace, entityType);
  return configured ?? (await app.store.projectionOf(namespace, entityType)) ?? 'replace';
}
