/**
 * What users write in chronoscope.config.ts. Imported as `#config`.
 *
 * A reducer is pure and synchronous: it sees frozen plain JSON, has no clock and no randomness, and gives back plain JSON.
 * Whatever else it gives back (a Date, undefined, NaN, a Map, a Promise) marks the event and leaves the state as it was.
 */
import type { ProjectionKind } from '#core';

export interface ChronoscopeConfig {
  readonly namespaces: { readonly [namespace: string]: NamespaceConfig };
}

export interface NamespaceConfig {
  /** How each entity type is folded; a type that is not listed folds by the kind of its first import. */
  readonly entities?: { readonly [entityType: string]: EntityConfig };
  /** What people call event types: `{ ParcelScanned: 'Parcel seen' }`. */
  readonly events?: { readonly [eventType: string]: string };
  /** One step per event type and schema version, in any order; gaps and duplicates are refused at start. */
  readonly upcasters?: readonly UpcasterConfig[];
}

export type EntityConfig = Evolve | ((ReducerMap | { readonly kind: BuiltInKind }) & Labels & Keys);

export type BuiltInKind = Exclude<ProjectionKind, 'reducer'>;

export interface Labels {
  /** What people call it on screen: `Order`. */
  readonly label?: string;
  /** Names of fields by JSON Pointer: `{ '/total/amount': 'Order total' }`. */
  readonly fields?: { readonly [pointer: string]: string };
  /**
   * Objects that are an amount of money: `{ '/total': { amount: 'amount', currency: 'currency' } }`. A sentence says their two members as one
   * value. In the JSON Pointer to the object, `*` stands for any one step.
   */
  readonly money?: { readonly [pattern: string]: { readonly amount: string; readonly currency: string } };
}

export interface Keys {
  /**
   * Arrays of objects whose elements are told apart by a member, not by their place: `{ '/lines': 'sku' }`. In the JSON Pointer to
   * the array, `*` stands for any one step.
   */
  readonly keys?: { readonly [pattern: string]: string };
}

/** One function for every event type. State is undefined before the first event; answer {@link NOT_HANDLED} for a type you do not know. */
export type Evolve = (state: never, event: ReducerEvent<never>) => unknown;

/** One function an event type. A type without one leaves the state as it was and is marked "not handled". */
export interface ReducerMap {
  /** State before the first event and after a removal; `{}` unless given. */
  readonly initial?: unknown;
  readonly on: { readonly [eventType: string]: Evolve | undefined };
}

export interface UpcasterConfig {
  readonly type: string;
  /** Schema version this step reads. */
  readonly from: number;
  /** Schema version it writes; `from + 1` unless given. */
  readonly to?: number;
  readonly upcast: (document: never) => unknown;
}

/** The event as a reducer sees it: upcast, frozen, plain values. Instants are RFC 3339 text in UTC. */
export interface ReducerEvent<Payload = unknown> {
  readonly type: string;
  readonly schemaVersion: number;
  readonly payload: Payload;
  readonly version: number;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: string | null;
  readonly eventId: string;
  readonly source: string;
  readonly correlationId: string | null;
  readonly causationId: string | null;
}

/** The answer of a reducer function that does not know the event's type. */
export const NOT_HANDLED: { readonly $chronoscope: 'not handled' } = Object.freeze({
  $chronoscope: 'not handled',
});

/** Checks the types and gives the configuration back as it is. */
export function defineConfig(config: ChronoscopeConfig): ChronoscopeConfig {
  return config;
}

/** A reducer map whose functions are typed: `State` before and after, `Events` from event type to payload. */
export function reducer<State, Events extends object>(
  initial: State,
  on: { readonly [Type in keyof Events]?: (state: State, event: ReducerEvent<Events[Type]>) => State },
): { readonly initial: State; readonly on: typeof on } {
  return { initial, on };
}
