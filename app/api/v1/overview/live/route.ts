import { followReached, serverApp } from '#server';
import { demandKnown, noQuery } from '#wire/api';
import { answerFailure } from '../../../answer.ts';
import { answerReached } from '../../../answer-live.ts';
import { answered } from '../../../answered.ts';

/** Server-sent events: how far the read models are, once a second at most while they move. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const known = demandKnown(new URL(request.url).searchParams, noQuery);
  if (!known.ok) return answerFailure(known.error);
  const { viewer, app } = await serverApp();
  return answerReached(request, (stop) => followReached(viewer, app, stop));
});
