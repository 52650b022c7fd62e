import { readEventPage, serverApp } from '#server';
import { answerFailure, answerJson, answerNoSuchEntity, answerProblem } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** Events `from` to `to` (versions, both included) with their exact payloads. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route);
  if (!question.ok) return answerFailure(question.error);
  const { search, ...entity } = question.value;
  const from = versionOf(search.get('from'), 1);
  const to = versionOf(search.get('to'), Number.MAX_SAFE_INTEGER);
  if (from === null || to === null) {
    return answerProblem(400, 'The range cannot be read', {
      code: 'CS-511',
      message: 'from and to are versions: whole numbers from 1.',
    });
  }
  const { viewer, app } = await serverApp();
  const page = await readEventPage(viewer, app, { ...entity, from, to });
  return page === null ? answerNoSuchEntity() : answerJson(request, JSON.stringify(page));
});

function versionOf(text: string | null, absent: number): number | null {
  if (text === null) return absent;
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
