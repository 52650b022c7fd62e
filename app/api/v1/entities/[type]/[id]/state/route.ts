import { readState, serverApp } from '#server';
import { answerFailure, answerJson } from '../../../../../answer.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** The exact state at `at` (a moment; default: latest). */
export async function GET(request: Request, route: EntityRoute): Promise<Response> {
  const { search, ...question } = await entityQuestion(request, route);
  const { viewer, app } = await serverApp();
  const state = await readState(viewer, app, { ...question, at: search.get('at') ?? 'latest' });
  if (!state.ok) return answerFailure(state.error);
  if (!state.value.exists) return answerJson(request, '{"exists":false}');
  return answerJson(request, `{"exists":true,"version":${state.value.version},"state":${state.value.text}}`);
}
