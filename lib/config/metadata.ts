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
  /** What people call event types. */
  readonly events: readonly (readonly [eventType: string, label: string])[];
  readonly entities: readonly EntityMetadata[];
  readonly steps: readonly UpcasterStepLabel[];
}

export interface EntityMetadata {
  readonly entityType: string;
  readonly kind: ProjectionKind;
  readonly label: string | null;
  readonly fields: readonly (readonly [pointer: string, label: string])[];
  /** Objects that are an amount of money, and the names of the two members that say it. */
  readonly money: readonly (readonly [pattern: string, amount: string, currency: string])[];
  /** Arrays that go by key. */
  readonly keys: readonly DeclaredKey[];
}

export interface UpcasterStepLabel {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}
