import { searchEvents, serverApp } from '#server';
import { searchQuery } from '#wire/api';
import { answerFailure, answerJson, answerNoSuchEntity } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** The versions behind `after` whose payload, type or metadata holds `text`, as far as one answer goes. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, searchQuery);
  if (!question.ok) return answerFailure(question.error);
  const { asked, ...entity } = question.value;
  const { viewer, app } = await serverApp();
  const found = await searchEvents(viewer, app, { ...entity, ...asked });
  if (!found.ok) return answerFailure(found.error);
  return found.value === null ? answerNoSuchEntity() : answerJson(request, JSON.stringify(found.value));
});
