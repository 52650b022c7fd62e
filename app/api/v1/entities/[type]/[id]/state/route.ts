import { readState, serverApp } from '#server';
import { answerFailure, answerJson, answerNoSuchEntity } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** The exact state at `at` (a moment; default: latest). */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route);
  if (!question.ok) return answerFailure(question.error);
  const { search, ...entity } = question.value;
  const { viewer, app } = await serverApp();
  const state = await readState(viewer, app, { ...entity, at: search.get('at') ?? 'latest' });
  if (!state.ok) return answerFailure(state.error);
  if (state.value.exists) {
    return answerJson(
      request,
      `{"exists":true,"version":${state.value.version},"state":${state.value.text}}`,
    );
  }
  return state.value.known ? answerJson(request, '{"exists":false}') : answerNoSuchEntity();
});
