/** What is asked of what a namespace held at an instant, and what is answered. */
import type { Axis, ProjectionKind } from '#core';

export interface HeldSearch {
  readonly namespace: string;
  readonly axis: Axis;
  /** Microseconds since 1970, itself a part of the past. */
  readonly instant: bigint;
}

export interface HeldThen {
  readonly events: number;
  readonly entities: number;
  /** Of them, those that had not been removed. */
  readonly live: number;
  readonly types: readonly {
    readonly entityType: string;
    readonly entities: number;
    readonly live: number;
    readonly events: number;
    readonly kind: ProjectionKind | null;
  }[];
  /** What readers said about entities, which is counted nowhere else: how many have notes, and the events that say them. */
  readonly notes: { readonly entities: number; readonly events: number };
}
