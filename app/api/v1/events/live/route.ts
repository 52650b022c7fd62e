import { followFound, serverApp } from '#server';
import { demandKnown, followQuery, readQuery } from '#wire/api';
import { answerFailure } from '../../../answer.ts';
import { answerFollowed } from '../../../answer-live.ts';
import { answered } from '../../../answered.ts';

/** Server-sent events: what the query `q` finds behind a position (default: the newest), and each further one as it comes. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, followQuery);
  if (!known.ok) return answerFailure(known.error);
  const last = request.headers.get('last-event-id');
  if (last !== null) searchParams.set('after', last);
  const asked = readQuery(followQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, q, zone, after, newest } = asked.value;
  const { viewer, app } = await serverApp();
  const search = await followFound(viewer, app, {
    namespace: ns,
    text: q,
    zone,
    after: after === undefined ? null : BigInt(after),
    newest: newest ?? null,
  });
  return search.ok ? answerFollowed(request, search.value) : answerFailure(search.error);
});
