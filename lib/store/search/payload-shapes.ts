/** What payloads of a namespace look like, as far as somebody who writes a query is to be helped by it: at once. */
import { mayHave, type PathPattern, payloadPathText, readShape, shapePaths } from '#core';
import type { Queryable } from '../event-row.ts';
import { askable } from '../read-models/holdable-text.ts';

/** Characters of shapes that are read, of which a place takes some fifty; there are stores with thousands of types. */
const MOST_READ = 400_000;

export interface PayloadShape {
  readonly type: string;
  readonly paths: readonly PathPattern[];
}

/** Of the types and schema versions whose newest event is the newest. */
export async function payloadShapes(from: Queryable, namespace: string): Promise<readonly PayloadShape[]> {
  const { rows } = await from.query<{ type: string; shape: string }>(
    `SELECT type, shape FROM (
       SELECT type, shape, last_position, row_number() OVER newest AS nth, sum(length(shape)) OVER newest AS read
       FROM catalogue_shape WHERE namespace = $1 WINDOW newest AS (ORDER BY last_position DESC, schema_version DESC)
     ) shapes WHERE read <= $2 OR nth = 1 ORDER BY nth`,
    [askable(namespace), MOST_READ],
  );
  return rows.map(({ type, shape }) => ({ type, paths: shapePaths(readShape(shape)) }));
}

/** First those that begin so, as a pointer or as a query writes them; then those that hold it, in either case. Each ascending. */
export async function payloadPathsLike(
  from: Queryable,
  namespace: string,
  text: string,
  limit: number,
): Promise<readonly string[]> {
  const shapes = await payloadShapes(from, namespace);
  const written = new Map<string, string>();
  for (const { paths } of shapes)
    for (const path of paths)
      written.set(payloadPathText(path), `/${path.steps.map((step) => step ?? '*').join('/')}`);
  const sorted = [...written].sort(([one], [other]) => (one < other ? -1 : 1));
  const begins = ([path, pointer]: readonly [string, string]): boolean =>
    path.startsWith(text) || pointer.startsWith(text);
  const sought = text.toLowerCase();
  const holds = ([path, pointer]: readonly [string, string]): boolean =>
    path.toLowerCase().includes(sought) || pointer.toLowerCase().includes(sought);
  const found = [...sorted.filter(begins), ...sorted.filter((one) => !begins(one) && holds(one))];
  return found.slice(0, limit).map(([path]) => path);
}

/** The types whose payloads may have something at the path. */
export async function typesWith(
  from: Queryable,
  namespace: string,
  path: PathPattern,
): Promise<readonly string[]> {
  const shapes = await payloadShapes(from, namespace);
  const having = shapes.filter(({ paths }) => paths.some((place) => mayHave(place, path)));
  return [...new Set(having.map(({ type }) => type))];
}
