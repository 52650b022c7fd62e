import { overviewOf, serverApp } from '#server';
import { demandKnown, overviewQuery, readQuery } from '#wire/api';
import { answerFailure, answerJson } from '../../answer.ts';
import { answered } from '../../answered.ts';

/** What went on in a namespace in a range of times, and what is in it. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, overviewQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(overviewQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, as_of: asOf, ...question } = asked.value;
  const { viewer, app } = await serverApp();
  const overview = await overviewOf(viewer, app, { namespace: ns, asOf, ...question });
  return overview.ok ? answerJson(request, JSON.stringify(overview.value)) : answerFailure(overview.error);
});
