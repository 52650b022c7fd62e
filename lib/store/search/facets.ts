/** What found events have in common: their most frequent names, with how many events have each. */
import type { Queryable } from '../event-row.ts';
import type { FacetField, Facets, FoundFacet } from './event-search.ts';

export const FACET_FIELDS = [
  'type',
  'entityType',
  'actor',
  'source',
] as const satisfies readonly FacetField[];

export interface CountedName {
  readonly field: FacetField;
  readonly id: number | null;
  readonly events: number;
}

const SHOWN = 20;

/** The fields that were counted: of how many of the newest events, or null of all that the summary speaks of. */
type CountedFields = Readonly<Partial<Record<FacetField, number | null>>>;

const ALL_FIELDS: CountedFields = { type: null, entityType: null, actor: null, source: null };

/** The rows of a field in any order. */
export async function facetsOf(
  from: Queryable,
  counted: readonly CountedName[],
  fields: CountedFields = ALL_FIELDS,
): Promise<Facets> {
  const shown = FACET_FIELDS.map((field) => {
    const rows = counted
      .filter((row) => row.field === field)
      .sort((a, b) => b.events - a.events || (a.id ?? 0) - (b.id ?? 0));
    return { field, all: rows.length, rows: rows.slice(0, SHOWN) };
  });
  const ids = shown.flatMap(({ rows }) => rows.flatMap(({ id }) => (id === null ? [] : [id])));
  const { rows } = await from.query<{ id: number; text: string }>(
    'SELECT id, text FROM term WHERE id = ANY($1::integer[])',
    [ids],
  );
  const names = new Map(rows.map(({ id, text }) => [id, text]));
  const of = (field: FacetField): FoundFacet | null => {
    const found = shown.find((one) => one.field === field);
    const newest = fields[field];
    if (found === undefined || newest === undefined) return null;
    return {
      ...{ all: found.all, newest },
      names: found.rows.map(({ id, events }) => ({
        name: id === null ? null : (names.get(id) ?? null),
        events,
      })),
    };
  };
  return { type: of('type'), entityType: of('entityType'), actor: of('actor'), source: of('source') };
}
