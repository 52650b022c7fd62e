/** What payloads of a namespace look like, as far as somebody who writes a query is to be helped by it: at once. */
import { mayHave, type PathPattern, payloadPathText, readShape, shapePaths } from '#core';
import type { Queryable } from '../event-row.ts';
import { askable } from '../read-models/holdable-text.ts';

/** Characters of shapes that are read, of which a place takes some fifty; there are stores with thousands of types. */
const MOST_READ = 300_000;

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
  // Types have most of their places in common, so each is looked at once. A step is never a lone tilde.
  const places = new Map<string, PathPattern>();
  for (const { paths } of shapes)
    for (const path of paths) places.set(path.steps.map((step) => step ?? '~').join('/'), path);
  const sought = text.toLowerCase();
  const begins: string[] = [];
  const holds: string[] = [];
  for (const path of places.values()) {
    const written = payloadPathText(path);
    const pointer = `/${path.steps.map((step) => step ?? '*').join('/')}`;
    if (written.startsWith(text) || pointer.startsWith(text)) begins.push(written);
    else if (written.toLowerCase().includes(sought) || pointer.toLowerCase().includes(sought))
      holds.push(written);
  }
  return [...begins.sort(), ...holds.sort()].slice(0, limit);
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
