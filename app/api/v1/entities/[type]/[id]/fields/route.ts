import { readField, serverApp } from '#server';
import { fieldJson } from '#wire';
import { fieldQuery } from '#wire/api';
import { answerFailure, answerJson, answerNoSuchEntity } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** Every value that the field at `path` (a JSON Pointer or a path by key) took, and the event that gave it. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, fieldQuery);
  if (!question.ok) return answerFailure(question.error);
  const { asked, ...entity } = question.value;
  const { viewer, app } = await serverApp();
  const field = await readField(viewer, app, { ...entity, ...asked });
  if (!field.ok) return answerFailure(field.error);
  return field.value === null ? answerNoSuchEntity() : answerJson(request, fieldJson(field.value));
});
