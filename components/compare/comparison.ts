/** What differs between two moments, as the page shows it. */
import type { Became } from '#wire';

export interface ShownComparison {
  readonly types: readonly ComparedType[];
  readonly paths: readonly { readonly path: string; readonly entities: number }[];
  readonly allPaths: number;
  readonly actors: readonly { readonly actor: string | null; readonly events: number }[];
  readonly allActors: number;
  readonly entities: readonly ListedDifference[];
  /** On all pages of the list. */
  readonly listed: number;
  readonly next: { readonly entityType: string; readonly entityId: string } | null;
  /** Up to where the log was looked at, and the newest position that it has. */
  readonly changedTo: bigint;
  readonly head: bigint;
}

export interface ComparedType extends Readonly<Record<Became, number>> {
  readonly entityType: string;
  readonly fields: number;
  readonly events: number;
}

export interface ListedDifference {
  readonly entityType: string;
  readonly entityId: string;
  readonly became: Became;
  readonly fields: number;
  readonly events: number;
  readonly versionBefore: number;
  readonly versionAfter: number;
}

/** The same counts over all types. */
export function totalOf(types: readonly ComparedType[]): Omit<ComparedType, 'entityType'> {
  const sum = (of: (type: ComparedType) => number) => types.reduce((all, type) => all + of(type), 0);
  return {
    appeared: sum(({ appeared }) => appeared),
    vanished: sum(({ vanished }) => vanished),
    changed: sum(({ changed }) => changed),
    fields: sum(({ fields }) => fields),
    events: sum(({ events }) => events),
  };
}
