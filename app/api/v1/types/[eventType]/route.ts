import { readEventType, serverApp } from '#server';
import { unguardId } from '#wire';
import { demandKnown, readQuery, typeQuery } from '#wire/api';
import { answerFailure, answerJson, answerProblem } from '../../../answer.ts';
import { answered } from '../../../answered.ts';

interface TypeRoute {
  readonly params: Promise<{ readonly eventType: string }>;
}

/** One type of event: what its payloads look like by observation, and when that changed. */
export const GET = answered(async (request: Request, { params }: TypeRoute): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, typeQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(typeQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, schema, as_of: asOf, axis } = asked.value;
  const type = unguardId((await params).eventType);
  const { viewer, app } = await serverApp();
  const read = await readEventType(viewer, app, {
    ...{ namespace: ns, type, schemaVersion: schema ?? null, asOf, axis },
  });
  if (!read.ok) return answerFailure(read.error);
  return read.value === null ? answerNoSuchType() : answerJson(request, JSON.stringify(read.value));
});

function answerNoSuchType(): Response {
  return answerProblem(404, 'No such event type', {
    code: 'CS-540',
    message:
      'No event of this namespace has this type, or not in this schema version. See /types for what there is.',
  });
}
