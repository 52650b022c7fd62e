import { exportAsked, serverApp } from '#server';
import { exportQuery, readExport } from '#wire/api';
import { answerFailure, answerNoSuchEntity } from '../../../../../answer.ts';
import { answerExport } from '../../../../../answer-export.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** A moment, a diff, the events of a stretch or what each of them changed, as a file. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, exportQuery);
  if (!question.ok) return answerFailure(question.error);
  const { asked, ...entity } = question.value;
  const wanted = readExport(asked);
  if (!wanted.ok) return answerFailure(wanted.error);
  const { viewer, app } = await serverApp();
  const file = await exportAsked(viewer, app, { ...entity, ...wanted.value });
  if (!file.ok) return answerFailure(file.error);
  return file.value === null ? answerNoSuchEntity() : answerExport(file.value);
});
