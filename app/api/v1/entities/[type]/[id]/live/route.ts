import { followEvents, serverApp } from '#server';
import { answerFailure, answerNoSuchEntity, answerProblem } from '../../../../../answer.ts';
import { answerLive } from '../../../../../answer-live.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/**
 * Server-sent events: the events of one entity from the version behind `after` on (default: the head, so only new ones), and each
 * further one as it is appended. A client that comes back says in `Last-Event-ID` which was its last, and misses none.
 */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route);
  if (!question.ok) return answerFailure(question.error);
  const { search, ...entity } = question.value;
  const given = request.headers.get('last-event-id') ?? search.get('after');
  if (given !== null && !/^(0|[1-9]\d{0,14})$/.test(given)) {
    return answerProblem(400, 'The place to go on from cannot be read', {
      code: 'CS-511',
      message: 'Last-Event-ID and after are versions: whole numbers from 0.',
    });
  }
  const { viewer, app } = await serverApp();
  const after = given === null ? null : Number(given);
  const live = await followEvents(viewer, app, { ...entity, after });
  if (!live.ok) return answerFailure(live.error);
  return live.value === null ? answerNoSuchEntity() : answerLive(request, live.value);
});
