/** A configuration after it was checked: what the sandbox works with. */
import type { DeclaredKey, ProjectionKind } from '#core';
import type { UpcasterStepLabel } from '../metadata.ts';

export interface CheckedConfig {
  readonly problems: readonly string[];
  readonly namespaces: readonly CheckedNamespace[];
}

export interface CheckedNamespace {
  readonly name: string;
  readonly events: readonly (readonly [eventType: string, label: string])[];
  readonly entities: readonly CheckedEntity[];
  readonly upcasters: readonly CheckedUpcaster[];
}

export interface CheckedEntity {
  readonly entityType: string;
  readonly kind: ProjectionKind;
  readonly label: string | null;
  readonly fields: readonly (readonly [pointer: string, label: string])[];
  readonly money: readonly (readonly [pattern: string, amount: string, currency: string])[];
  readonly keys: readonly DeclaredKey[];
  /** null for the built-in kinds. */
  readonly reducer: CheckedReducer | null;
}

export interface CheckedReducer {
  readonly initial: unknown;
  /** null: this reducer has no function for the type. */
  evolveOf(type: string): UserFunction | null;
}

/** A function of the user's: state and event in, anything out. */
export type UserFunction = (...input: readonly unknown[]) => unknown;

export interface CheckedUpcaster extends UpcasterStepLabel {
  readonly upcast: UserFunction;
}

export function isFunction(value: unknown): value is UserFunction {
  return typeof value === 'function';
}
