import { listFollowExamples, serverApp } from '#server';
import { decodeFoundPlace, type PickedStep } from '#wire';
import { demandKnown, examplesQuery, readQuery } from '#wire/api';
import { answerFailure, answerJson } from '../../../answer.ts';
import { answered } from '../../../answered.ts';

/** Where the event `behind` came right behind the event `before`. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, examplesQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(examplesQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, entityType, before, behind, as_of: asOf, axis, after, limit } = asked.value;
  const step = stepOf(before, behind);
  if (step === null)
    return answerFailure({
      code: 'CS-114',
      message: 'Say before, behind or both: the events that are meant.',
    });
  const place = after === undefined ? null : decodeFoundPlace(after);
  if (place?.ok === false) return answerFailure(place.error);
  const { viewer, app } = await serverApp();
  const found = await listFollowExamples(viewer, app, {
    ...{ namespace: ns, entityType, step, behind: place?.value ?? null, limit, asOf, axis },
  });
  return found.ok ? answerJson(request, JSON.stringify(found.value)) : answerFailure(found.error);
});

function stepOf(before: string | undefined, behind: string | undefined): PickedStep | null {
  if (behind !== undefined) return { before: before ?? null, behind };
  return before === undefined ? null : { before, behind: null };
}
