/**
 * What the main process knows of a configuration: names, kinds and steps, never a function.
 *
 * Lists of entries instead of objects, so that an entity type called `__proto__` is an ordinary name.
 */
import type { DeclaredKey, ProjectionKind } from '#core';

export interface ConfigMetadata {
  readonly namespaces: readonly NamespaceMetadata[];
}

export interface NamespaceMetadata {
  readonly name: string;
  readonly entities: readonly EntityMetadata[];
  readonly steps: readonly UpcasterStepLabel[];
}

export interface EntityMetadata {
  readonly entityType: string;
  readonly kind: ProjectionKind;
  readonly label: string | null;
  readonly fields: readonly (readonly [pointer: string, label: string])[];
  /** Arrays that go by key. */
  readonly keys: readonly DeclaredKey[];
}

export interface UpcasterStepLabel {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}
