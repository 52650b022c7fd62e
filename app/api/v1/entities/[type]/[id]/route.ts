import { readEntity, serverApp } from '#server';
import { entityJson } from '#wire';
import { noQuery } from '#wire/api';
import { answerFailure, answerJson, answerNoSuchEntity } from '../../../../answer.ts';
import { answered } from '../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../entity-question.ts';

/** What there is about one entity, and where. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, noQuery);
  if (!question.ok) return answerFailure(question.error);
  const { viewer, app } = await serverApp();
  const entity = await readEntity(viewer, app, question.value);
  return entity === null ? answerNoSuchEntity() : answerJson(request, entityJson(entity));
});
