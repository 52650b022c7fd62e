import { listEventTypes, serverApp } from '#server';
import { demandKnown, readQuery, typesQuery } from '#wire/api';
import { answerFailure, answerJson } from '../../answer.ts';
import { answered } from '../../answered.ts';

/** The types of events of a namespace, those with most events first. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, typesQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(typesQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, as_of: asOf, axis, limit } = asked.value;
  const { viewer, app } = await serverApp();
  const types = await listEventTypes(viewer, app, { namespace: ns, asOf, axis, limit });
  return types.ok ? answerJson(request, JSON.stringify(types.value)) : answerFailure(types.error);
});
