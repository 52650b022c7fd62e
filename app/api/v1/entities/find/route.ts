import { findEntities, serverApp } from '#server';
import { decodeCursor, foundEntitiesJson } from '#wire';
import { demandKnown, findEntitiesQuery, readQuery } from '#wire/api';
import { answerFailure, answerJson } from '../../../answer.ts';
import { answered } from '../../../answered.ts';

/** A page of the entities that the query `q` finds as they were `as_of` a moment, behind the cursor `after`. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, findEntitiesQuery);
  if (!known.ok) return answerFailure(known.error);
  const query = readQuery(findEntitiesQuery, searchParams);
  if (!query.ok) return answerFailure(query.error);
  const { ns, q, zone, as_of: asOf, axis, removed, column, after, limit } = query.value;
  const key = after === undefined ? null : decodeCursor(after);
  if (key?.ok === false) return answerFailure(key.error);
  const { viewer, app } = await serverApp();
  const page = await findEntities(viewer, app, {
    namespace: ns,
    text: q,
    zone,
    asOf,
    axis,
    withRemoved: removed,
    columns: column,
    after: key?.value ?? null,
    limit,
  });
  if (!page.ok) return answerFailure(page.error);
  const { entities, next, changedTo } = page.value;
  return answerJson(request, foundEntitiesJson({ asOf, axis, rows: entities, next, changedTo }));
});
