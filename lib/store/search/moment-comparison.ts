/** What differs between two moments of a namespace. */
import type { EntityMoment } from './event-search.ts';

/** Two moments of a namespace; either may be the earlier one. */
export interface ComparedMoments {
  readonly namespace: string;
  readonly from: ComparedMoment;
  readonly to: ComparedMoment;
  /** Events behind this position are left out, so that the same question has the same answer for ever. */
  readonly known: bigint;
  /** Only entities of which this became are listed; null: all. */
  readonly became: ComparedEntity['became'] | null;
  /** Only entities of this type are listed; null: all. */
  readonly entityType: string | null;
  readonly after: { readonly entityType: string; readonly entityId: string } | null;
  readonly limit: number;
}

export type ComparedMoment = Exclude<EntityMoment, { readonly at: 'head' }>;

export interface ComparedEntity {
  readonly entityType: string;
  readonly entityId: string;
  readonly became: 'appeared' | 'vanished' | 'changed';
  /** In how many leaves its two states differ. */
  readonly fields: number;
  /** How many of its events lie between. */
  readonly events: number;
  /** 0: it was not there yet. */
  readonly versionBefore: number;
  readonly versionAfter: number;
}

export interface FoundComparison {
  readonly types: readonly {
    readonly entityType: string;
    readonly appeared: number;
    readonly vanished: number;
    readonly changed: number;
    readonly fields: number;
    readonly events: number;
  }[];
  /** The fields that changed in most of the entities that were there before and after. */
  readonly paths: readonly { readonly path: string; readonly entities: number }[];
  /** How many such fields there are. */
  readonly allPaths: number;
  /** Who caused most of the events between; null: nobody is named. */
  readonly actors: readonly { readonly actor: string | null; readonly events: number }[];
  /** How many they are, nobody included. */
  readonly allActors: number;
  /** Ascending by type and id in C order. */
  readonly entities: readonly ComparedEntity[];
  readonly isMore: boolean;
}
