import { readDiff, serverApp } from '#server';
import { changesJson, patchJson } from '#wire';
import { answerFailure, answerJson, answerNoSuchEntity } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** What changed between the moments `from` (default: before the first event) and `to` (default: latest); `format=json-patch` for RFC 6902. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route);
  if (!question.ok) return answerFailure(question.error);
  const { search, ...entity } = question.value;
  const { viewer, app } = await serverApp();
  const range = { from: search.get('from') ?? '0', to: search.get('to') ?? 'latest' };
  const diff = await readDiff(viewer, app, { ...entity, ...range });
  if (!diff.ok) return answerFailure(diff.error);
  if (diff.value === null) return answerNoSuchEntity();
  const asPatch = search.get('format') === 'json-patch';
  return answerJson(request, asPatch ? patchJson(diff.value.patch()) : changesJson(diff.value));
});
