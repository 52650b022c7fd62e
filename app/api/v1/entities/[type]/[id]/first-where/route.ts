import { readFirstWhere, serverApp } from '#server';
import { firstWhereJson } from '#wire';
import { conditionsIn, firstWhereQuery } from '#wire/api';
import { answerFailure, answerJson, answerNoSuchEntity } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** The first event from `from` on (default: the first of all) after which conditions (see conditionsIn) hold together. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, firstWhereQuery);
  if (!question.ok) return answerFailure(question.error);
  const { asked, ...entity } = question.value;
  const conditions = conditionsIn(new URL(request.url).searchParams);
  const { viewer, app } = await serverApp();
  const found = await readFirstWhere(viewer, app, { ...entity, conditions, from: asked.from });
  if (!found.ok) return answerFailure(found.error);
  return found.value === null ? answerNoSuchEntity() : answerJson(request, firstWhereJson(found.value));
});
