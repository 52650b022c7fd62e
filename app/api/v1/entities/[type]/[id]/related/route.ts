import { readRelated, serverApp } from '#server';
import { relatedQuery } from '#wire/api';
import { answerFailure, answerJson, answerNoSuchEntity } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** What caused the event `version`, what it caused, and the conversation it is part of. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, relatedQuery);
  if (!question.ok) return answerFailure(question.error);
  const { asked, ...entity } = question.value;
  const { viewer, app } = await serverApp();
  const related = await readRelated(viewer, app, { ...entity, ...asked });
  if (!related.ok) return answerFailure(related.error);
  return related.value === null ? answerNoSuchEntity() : answerJson(request, JSON.stringify(related.value));
});
