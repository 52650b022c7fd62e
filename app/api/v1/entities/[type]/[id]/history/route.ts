import { readHistory, serverApp } from '#server';
import { noQuery } from '#wire/api';
import { answerBytes, answerFailure, answerNoSuchEntity } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** The encoded history of one entity: every state, diff and blame follows from it without asking again. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, noQuery);
  if (!question.ok) return answerFailure(question.error);
  const { viewer, app } = await serverApp();
  const document = await readHistory(viewer, app, question.value);
  if (!document.ok) return answerFailure(document.error);
  return document.value === null ? answerNoSuchEntity() : answerBytes(request, document.value.bytes);
});
