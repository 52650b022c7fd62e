import { listNames, serverApp } from '#server';
import { demandKnown, namesQuery, readQuery } from '#wire/api';
import { answerFailure, answerJson } from '../../answer.ts';
import { answered } from '../../answered.ts';

/** Names in the store that begin with `text`, or hold it. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, namesQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(namesQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, of, text } = asked.value;
  const { viewer, app } = await serverApp();
  return answerJson(request, JSON.stringify(await listNames(viewer, app, { namespace: ns, of, text })));
});
