import { readFirstWhere, serverApp } from '#server';
import { firstWhereJson } from '#wire';
import { firstWhereQuery } from '#wire/api';
import { answerFailure, answerJson, answerNoSuchEntity } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/**
 * The first event from `from` on (default: the first of all) after which conditions hold together. A condition is `path`, `op` and
 * `value`; several are written by repeating all three.
 */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, firstWhereQuery);
  if (!question.ok) return answerFailure(question.error);
  const { asked, ...entity } = question.value;
  const { path: paths, op: ops, value: values, from } = asked;
  const conditions = paths.map((path, index) => ({
    path,
    op: ops[index] ?? '',
    value: values[index] ?? null,
  }));
  const { viewer, app } = await serverApp();
  const found = await readFirstWhere(viewer, app, { ...entity, conditions, from });
  if (!found.ok) return answerFailure(found.error);
  return found.value === null ? answerNoSuchEntity() : answerJson(request, firstWhereJson(found.value));
});
