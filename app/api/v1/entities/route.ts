import { listEntities, serverApp } from '#server';
import { decodeCursor, entitiesJson } from '#wire';
import { demandKnown, entitiesQuery, readQuery } from '#wire/api';
import { answerFailure, answerJson } from '../../answer.ts';
import { answered } from '../../answered.ts';

/** A page of the entities there were `as_of` a moment (default: latest), behind the cursor `after`. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, entitiesQuery);
  if (!known.ok) return answerFailure(known.error);
  const query = readQuery(entitiesQuery, searchParams);
  if (!query.ok) return answerFailure(query.error);
  const { ns, type, id, id_starts: idStarts, name, as_of: asOf, axis, removed, after, limit } = query.value;
  const key = after === undefined ? null : decodeCursor(after);
  if (key?.ok === false) return answerFailure(key.error);
  const { viewer, app } = await serverApp();
  const page = await listEntities(viewer, app, {
    namespace: ns,
    asOf,
    axis,
    withRemoved: removed,
    limit,
    ...(type === undefined ? {} : { type }),
    ...(id === undefined ? {} : { idContains: id }),
    ...(idStarts === undefined ? {} : { idStarts }),
    ...(name === undefined ? {} : { nameContains: name }),
    ...(key === null ? {} : { after: key.value }),
  });
  return page.ok
    ? answerJson(request, entitiesJson({ asOf, axis, ...page.value }))
    : answerFailure(page.error);
});
