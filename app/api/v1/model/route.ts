import { readEventModel, serverApp } from '#server';
import { demandKnown, modelQuery, readQuery } from '#wire/api';
import { answerFailure, answerJson } from '../../answer.ts';
import { answered } from '../../answered.ts';

/** Which event follows which in the streams of an entity type. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, modelQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(modelQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, entityType, as_of: asOf, axis } = asked.value;
  const { viewer, app } = await serverApp();
  const model = await readEventModel(viewer, app, { namespace: ns, entityType, asOf, axis });
  return model.ok ? answerJson(request, JSON.stringify(model.value)) : answerFailure(model.error);
});
