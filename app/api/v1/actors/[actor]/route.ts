import { readActor, serverApp } from '#server';
import { unguardId } from '#wire';
import { actorQuery, demandKnown, readQuery } from '#wire/api';
import { answerFailure, answerJson } from '../../../answer.ts';
import { answered } from '../../../answered.ts';

interface ActorRoute {
  readonly params: Promise<{ readonly actor: string }>;
}

/** All that one actor did. Somebody unknown did nothing. */
export const GET = answered(async (request: Request, { params }: ActorRoute): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, actorQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(actorQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns: namespace, as_of: asOf, axis, zone } = asked.value;
  const actor = unguardId((await params).actor);
  const { viewer, app } = await serverApp();
  const answer = await readActor(viewer, app, { namespace, actor, axis, asOf, zone });
  return answer.ok ? answerJson(request, JSON.stringify(answer.value)) : answerFailure(answer.error);
});
