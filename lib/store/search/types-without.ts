/** Types of events whose payloads have nothing where a query looks, as far as the catalogue has seen them; and the others. */
import { mayHave, OWN_TYPE_PREFIX, type PathPattern, readShape, shapePaths } from '#core';
import type { Queryable } from '../event-row.ts';
import { askable } from '../read-models/holdable-text.ts';
import type { Binder } from './binder.ts';
import type { Sight } from './sight.ts';

/** Of events up to that position. */
export interface TypesWithout {
  readonly ids: readonly number[];
  readonly upTo: bigint;
  /** The other types of the namespace. */
  readonly others: readonly TypeId[];
}

export interface TypeId {
  readonly id: number;
  readonly isOwn: boolean;
}

/** Characters of shapes that are read at once, of which a place takes some fifty; where there are more, nothing is said. */
const MOST_READ = 100_000;

/** null: of no type it is certain. A shape that is not whole, or has payloads that were not understood, says nothing. */
export async function typesWithout(
  from: Queryable,
  namespace: string,
  path: PathPattern,
): Promise<TypesWithout | null> {
  // The payload itself is no place of a shape.
  if (path.steps.length === 0) return null;
  const { rows } = await from.query<ShapeRow>(
    `SELECT t.id, t.text ^@ '${OWN_TYPE_PREFIX}' AS "isOwn", s.opaque > 0 AS "isOpaque", CASE WHEN s.read <= ${MOST_READ} THEN s.shape END AS shape,
       coalesce((SELECT position FROM read_model WHERE name = 'catalogue'), 0) AS "upTo"
     FROM term t LEFT JOIN (
       SELECT type, shape, opaque, sum(length(shape)) OVER () AS read FROM catalogue_shape WHERE namespace = $1
     ) s ON s.type = t.text WHERE t.namespace = $1 AND t.kind = 'type'`,
    [askable(namespace)],
  );
  const others = new Map(rows.filter((row) => !isWithout(row, path)).map(({ id, isOwn }) => [id, isOwn]));
  const ids = [...new Set(rows.map(({ id }) => id))].filter((id) => !others.has(id));
  const [first] = rows;
  if (first === undefined || ids.length === 0) return null;
  return { ids, upTo: first.upTo, others: [...others].map(([id, isOwn]) => ({ id, isOwn })) };
}

/** Whether it is known of all events that a search sees. */
export const isKnownTo = ({ upTo }: TypesWithout, { searchedTo }: Sight): boolean =>
  upTo > 0n && upTo >= searchedTo;

/** Over rows `k`. */
export const notOfTypes = ({ ids, upTo }: TypesWithout, bind: Binder['bind']): string =>
  `(k.position > ${bind(upTo, 'bigint')} OR k.type_id <> ALL(${bind(ids, 'integer[]')}))`;

interface ShapeRow {
  readonly id: number;
  readonly isOwn: boolean;
  /** null, as its shape: the catalogue has not seen the type. */
  readonly isOpaque: boolean | null;
  readonly shape: string | null;
  readonly upTo: bigint;
}

function isWithout({ isOpaque, shape: text }: ShapeRow, path: PathPattern): boolean {
  if (isOpaque !== false || text === null) return false;
  const shape = readShape(text);
  return shape.dropped === 0 && !shapePaths(shape).some((place) => mayHave(place, path));
}
