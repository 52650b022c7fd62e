import { findEvents, serverApp } from '#server';
import { decodeFoundPlace } from '#wire';
import { demandKnown, findQuery, readQuery } from '#wire/api';
import { answerFailure, answerJson } from '../../answer.ts';
import { answered } from '../../answered.ts';

/** A page of the events that the query `q` finds, behind the cursor `after`. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, findQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(findQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, q, zone, as_of, axis, sort, dir, after, limit, wait } = asked.value;
  const place = after === undefined ? null : decodeFoundPlace(after);
  if (place?.ok === false) return answerFailure(place.error);
  const { viewer, app } = await serverApp();
  const page = await findEvents(viewer, app, {
    namespace: ns,
    text: q,
    zone,
    asOf: as_of,
    asOfAxis: axis,
    sort,
    direction: dir,
    after: place?.value ?? null,
    limit,
    isPatient: wait === 'long',
  });
  return page.ok ? answerJson(request, JSON.stringify(page.value)) : answerFailure(page.error);
});
