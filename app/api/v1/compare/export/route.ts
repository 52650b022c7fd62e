import { exportCompared, serverApp } from '#server';
import { demandKnown, exportComparedQuery, readQuery } from '#wire/api';
import { answerFailure } from '../../../answer.ts';
import { answerExport } from '../../../answer-export.ts';
import { answered } from '../../../answered.ts';

/** All entities that differ between the moments `from` and `to`, as a file. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, exportComparedQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(exportComparedQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, from, to, format } = asked.value;
  const { viewer, app } = await serverApp();
  const file = await exportCompared(viewer, app, { namespace: ns, from, to, format });
  return file.ok ? answerExport(file.value) : answerFailure(file.error);
});
