import { serverApp, summariseEvents } from '#server';
import { demandKnown, readQuery, summaryQuery } from '#wire/api';
import { answerFailure, answerJson } from '../../../answer.ts';
import { answered } from '../../../answered.ts';

/** How many events the query `q` finds, when they were, and what they have in common. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, summaryQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(summaryQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, q, zone, as_of, axis, most, wait } = asked.value;
  const { viewer, app } = await serverApp();
  const summary = await summariseEvents(viewer, app, {
    namespace: ns,
    text: q,
    zone,
    asOf: as_of,
    asOfAxis: axis,
    axis,
    ...(most === undefined ? {} : { most }),
    isPatient: wait === 'long',
  });
  return summary.ok ? answerJson(request, JSON.stringify(summary.value)) : answerFailure(summary.error);
});
