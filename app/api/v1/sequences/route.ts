import { findSequences, serverApp } from '#server';
import { decodeFoundPlace } from '#wire';
import { demandKnown, readQuery, sequencesQuery } from '#wire/api';
import { answerFailure, answerJson } from '../../answer.ts';
import { answered } from '../../answered.ts';

/** The funnel of the sequence `q`, and a page of its matches, or of the starts that `reached` only so many steps. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, sequencesQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(sequencesQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, q, zone, as_of: asOf, axis: asOfAxis, reached = null, after, limit } = asked.value;
  const place = after === undefined ? null : decodeFoundPlace(after);
  if (place?.ok === false) return answerFailure(place.error);
  const { viewer, app } = await serverApp();
  const found = await findSequences(viewer, app, {
    namespace: ns,
    text: q,
    zone,
    asOf,
    asOfAxis,
    reached,
    after: place?.value ?? null,
    limit,
  });
  return found.ok ? answerJson(request, JSON.stringify(found.value)) : answerFailure(found.error);
});
