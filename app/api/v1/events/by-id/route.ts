import { findEvent, serverApp } from '#server';
import { demandKnown, eventIdQuery, readQuery } from '#wire/api';
import { answerFailure, answerJson } from '../../../answer.ts';
import { answered } from '../../../answered.ts';

/** Where the event with the id `id` is. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, eventIdQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(eventIdQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { viewer, app } = await serverApp();
  const found = await findEvent(viewer, app, { namespace: asked.value.ns, id: asked.value.id });
  return answerJson(request, JSON.stringify(found));
});
