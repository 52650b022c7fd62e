import { readBlame, serverApp } from '#server';
import { blameJson } from '#wire';
import { momentQuery } from '#wire/api';
import { answerFailure, answerJson, answerNoSuchEntity } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** For every path of the state at `at` (default: latest): its value, and the event that last set it. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, momentQuery);
  if (!question.ok) return answerFailure(question.error);
  const { asked, ...entity } = question.value;
  const { viewer, app } = await serverApp();
  const blame = await readBlame(viewer, app, { ...entity, ...asked });
  if (!blame.ok) return answerFailure(blame.error);
  return blame.value.exists || blame.value.known
    ? answerJson(request, blameJson(blame.value))
    : answerNoSuchEntity();
});
