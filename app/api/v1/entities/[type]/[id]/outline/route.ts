import { readOutline, serverApp } from '#server';
import { outlineJson } from '#wire';
import { noQuery } from '#wire/api';
import { answerFailure, answerJson, answerNoSuchEntity } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** What the history is made of: its segments, each with the hash under which /api/v1/segments has it. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, noQuery);
  if (!question.ok) return answerFailure(question.error);
  const { viewer, app } = await serverApp();
  const outline = await readOutline(viewer, app, question.value);
  if (!outline.ok) return answerFailure(outline.error);
  return outline.value === null ? answerNoSuchEntity() : answerJson(request, outlineJson(outline.value));
});
