/** Types of events whose payloads have nothing where a query looks, as far as the catalogue has seen them. */
import { mayHave, type PathPattern, readShape, shapePaths } from '#core';
import type { Queryable } from '../event-row.ts';
import { askable } from '../read-models/holdable-text.ts';
import type { Binder } from './binder.ts';

/** Of events up to that position. */
export interface TypesWithout {
  readonly ids: readonly number[];
  readonly upTo: bigint;
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
    `SELECT t.id, s.opaque > 0 AS "isOpaque", CASE WHEN s.read <= ${MOST_READ} THEN s.shape END AS shape,
       (SELECT position FROM read_model WHERE name = 'catalogue') AS "upTo"
     FROM (SELECT type, shape, opaque, sum(length(shape)) OVER () AS read FROM catalogue_shape WHERE namespace = $1) s
     JOIN term t ON t.namespace = $1 AND t.kind = 'type' AND t.text = s.type`,
    [askable(namespace)],
  );
  const may = new Set(rows.filter((row) => !isWithout(row, path)).map(({ id }) => id));
  const ids = [...new Set(rows.map(({ id }) => id))].filter((id) => !may.has(id));
  const [first] = rows;
  return first === undefined || ids.length === 0 ? null : { ids, upTo: first.upTo };
}

/** Over rows `k`. */
export const notOfTypes = ({ ids, upTo }: TypesWithout, bind: Binder['bind']): string =>
  `(k.position > ${bind(upTo, 'bigint')} OR k.type_id <> ALL(${bind(ids, 'integer[]')}))`;

interface ShapeRow {
  readonly id: number;
  readonly isOpaque: boolean;
  readonly shape: string | null;
  readonly upTo: bigint;
}

function isWithout({ isOpaque, shape: text }: ShapeRow, path: PathPattern): boolean {
  if (isOpaque || text === null) return false;
  const shape = readShape(text);
  return shape.dropped === 0 && !shapePaths(shape).some((place) => mayHave(place, path));
}
