import { followEvents, serverApp } from '#server';
import { liveQuery, readQuery } from '#wire/api';
import { answerFailure, answerNoSuchEntity } from '../../../../../answer.ts';
import { answerLive } from '../../../../../answer-live.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/**
 * Server-sent events: the events of one entity from the version behind `after` on (default: the head, so only new ones), and each
 * further one as it is appended. A client that comes back says in `Last-Event-ID` which was its last, and misses none.
 */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, liveQuery);
  if (!question.ok) return answerFailure(question.error);
  const { asked, ...entity } = question.value;
  const last = request.headers.get('last-event-id');
  const comesBack = last === null ? null : readQuery(liveQuery, new URLSearchParams({ after: last }));
  if (comesBack?.ok === false) return answerFailure(comesBack.error);
  const after = comesBack?.value.after ?? asked.after ?? null;
  const { viewer, app } = await serverApp();
  const live = await followEvents(viewer, app, { ...entity, after });
  if (!live.ok) return answerFailure(live.error);
  return live.value === null ? answerNoSuchEntity() : answerLive(request, live.value);
});
