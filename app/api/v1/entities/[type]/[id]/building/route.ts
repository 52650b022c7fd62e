import { readBuilding, serverApp } from '#server';
import { buildingJson } from '#wire';
import { noQuery } from '#wire/api';
import { answerFailure, answerJson, answerNoSuchEntity } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import { type EntityRoute, entityQuestion } from '../../../../../entity-question.ts';

/** How far the history is that somebody waits for. Asking builds nothing; where building it failed, that is the answer. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const question = await entityQuestion(request, route, noQuery);
  if (!question.ok) return answerFailure(question.error);
  const { viewer, app } = await serverApp();
  const building = await readBuilding(viewer, app, question.value);
  if (!building.ok) return answerFailure(building.error);
  return building.value === null
    ? answerNoSuchEntity()
    : answerJson(request, buildingJson(building.value.progress));
});
