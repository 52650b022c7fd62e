/** A loaded configuration as the main process knows it: what is there, never its code. */
import type { DeclaredKey, ProjectionKind } from '#core';
import type { ConfigMetadata, EntityMetadata, NamespaceMetadata, UpcasterStepLabel } from './metadata.ts';

export interface LoadedConfig {
  /** SHA-256 of the bundle, hex: the hash of every reducer and upcaster in it. Empty where there is no configuration. */
  readonly hash: string;
  readonly file: string | null;
  /** The script for the sandbox; null where there is no configuration. */
  readonly bundlePath: string | null;
  /** Stands for all that it says of how events are folded: labels may change without it. */
  readonly foldBasis: string;
  /** How the configuration folds an entity type; null where it leaves that to the import. */
  kindOf(namespace: string, entityType: string): ProjectionKind | null;
  reducerOf(namespace: string, entityType: string): { readonly name: string } | null;
  /** The arrays of the entity type that go by key, whatever its kind; empty where none is declared. */
  keysOf(namespace: string, entityType: string): readonly DeclaredKey[];
  /** Whether any upcaster is declared for the namespace. */
  upcastersOf(namespace: string): boolean;
  stepsOf(namespace: string): readonly UpcasterStepLabel[];
  /** What people call the entity type and its fields; null where the configuration does not list it. */
  labelsOf(namespace: string, entityType: string): Pick<EntityMetadata, 'label' | 'fields' | 'money'> | null;
  /** What people call the event types of the namespace. */
  eventLabelsOf(namespace: string): NamespaceMetadata['events'];
}

export function configOf(
  file: string | null,
  hash: string,
  bundlePath: string | null,
  metadata: ConfigMetadata,
): LoadedConfig {
  const namespaces = new Map(metadata.namespaces.map((namespace) => [namespace.name, namespace]));
  const entityOf = (namespace: string, entityType: string): EntityMetadata | undefined =>
    entitiesOf(namespaces.get(namespace)).find((entity) => entity.entityType === entityType);
  const stepsOf = (namespace: string): readonly UpcasterStepLabel[] => namespaces.get(namespace)?.steps ?? [];
  return {
    hash,
    file,
    bundlePath,
    foldBasis: foldBasisOf(hash, metadata),
    kindOf: (namespace, entityType) => entityOf(namespace, entityType)?.kind ?? null,
    reducerOf: (namespace, entityType) =>
      entityOf(namespace, entityType)?.kind === 'reducer' ? { name: entityType } : null,
    keysOf: (namespace, entityType) => entityOf(namespace, entityType)?.keys ?? [],
    upcastersOf: (namespace) => stepsOf(namespace).length > 0,
    stepsOf,
    labelsOf: (namespace, entityType) => entityOf(namespace, entityType) ?? null,
    eventLabelsOf: (namespace) => namespaces.get(namespace)?.events ?? [],
  };
}

export const NO_CONFIG: LoadedConfig = configOf(null, '', null, { namespaces: [] });

function entitiesOf(namespace: NamespaceMetadata | undefined): readonly EntityMetadata[] {
  return namespace?.entities ?? [];
}

/** Code is told apart by the hash of the whole bundle, and only where there is some. */
function foldBasisOf(hash: string, { namespaces }: ConfigMetadata): string {
  const rules = namespaces.map(({ name, entities, steps }) => [
    name,
    entities.map(({ entityType, kind, keys }) => [entityType, kind, keys]),
    steps.map(({ type, from }) => [type, from]),
  ]);
  const hasCode = namespaces.some(
    ({ entities, steps }) => steps.length > 0 || entities.some(({ kind }) => kind === 'reducer'),
  );
  return JSON.stringify([hasCode ? hash : '', rules]);
}
