import { readDiff, serverApp } from '#server';
import { changesJson, patchJson } from '#wire';
import { diffQuery } from '#wire/api';
import { answerFailure, answerJson, answerNoSuchEntity } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** What changed between the moments `from` (default: before the first event) and `to` (default: latest); `format=json-patch` for RFC 6902. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, diffQuery);
  if (!question.ok) return answerFailure(question.error);
  const { asked, ...entity } = question.value;
  const { format, ...range } = asked;
  const { viewer, app } = await serverApp();
  const diff = await readDiff(viewer, app, { ...entity, ...range });
  if (!diff.ok) return answerFailure(diff.error);
  if (diff.value === null) return answerNoSuchEntity();
  return format === 'json-patch'
    ? answerJson(request, patchJson(diff.value.patch()), 'application/json-patch+json')
    : answerJson(request, changesJson(diff.value));
});
