import { readEventPage, serverApp } from '#server';
import { eventsQuery } from '#wire/api';
import { answerFailure, answerJson, answerNoSuchEntity } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** Events `from` to `to` (versions, both included) with their exact payloads. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, eventsQuery);
  if (!question.ok) return answerFailure(question.error);
  const { asked, ...entity } = question.value;
  const { viewer, app } = await serverApp();
  const page = await readEventPage(viewer, app, {
    ...entity,
    from: asked.from,
    to: asked.to ?? Number.MAX_SAFE_INTEGER,
  });
  return page === null ? answerNoSuchEntity() : answerJson(request, JSON.stringify(page));
});
