import { readState, serverApp } from '#server';
import { stateJson } from '#wire';
import { momentQuery } from '#wire/api';
import { answerFailure, answerJson, answerNoSuchEntity } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** The exact state at `at` (a moment; default: latest). */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, momentQuery);
  if (!question.ok) return answerFailure(question.error);
  const { asked, ...entity } = question.value;
  const { viewer, app } = await serverApp();
  const state = await readState(viewer, app, { ...entity, ...asked });
  if (!state.ok) return answerFailure(state.error);
  return state.value.exists || state.value.known
    ? answerJson(request, stateJson(state.value))
    : answerNoSuchEntity();
});
