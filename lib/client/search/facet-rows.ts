/** The rows of a facet: the names that were counted, and those that are chosen without having been. */
import type { Chosen, FacetName } from './facet-terms.ts';

export interface FacetRow {
  readonly name: FacetName;
  /** null: not among those that were counted. */
  readonly events: number | null;
  readonly choice: 'included' | 'excluded' | null;
  /** Of the most frequent name, from 0 to 1. */
  readonly share: number;
}

export function facetRows(
  counted: readonly { readonly name: FacetName; readonly events: number | null }[],
  { included, excluded }: Chosen,
): readonly FacetRow[] {
  const most = Math.max(1, ...counted.map(({ events }) => events ?? 0));
  const choiceOf = (name: FacetName): FacetRow['choice'] =>
    included.includes(name) ? 'included' : excluded.includes(name) ? 'excluded' : null;
  const known = new Set(counted.map(({ name }) => name));
  const uncounted = [...included, ...excluded].filter((name) => !known.has(name));
  return [
    ...counted.map(({ name, events }) => ({
      name,
      events,
      choice: choiceOf(name),
      share: (events ?? 0) / most,
    })),
    ...uncounted.map((name) => ({ name, events: null, choice: choiceOf(name), share: 0 })),
  ];
}
