import { exportSequences, serverApp } from '#server';
import { demandKnown, exportSequencesQuery, readQuery } from '#wire/api';
import { answerFailure } from '../../../answer.ts';
import { answerExport } from '../../../answer-export.ts';
import { answered } from '../../../answered.ts';

/** All matches of the sequence `q`, or all starts that `reached` only so many steps, as a file. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, exportSequencesQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(exportSequencesQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, q, zone, as_of: asOf, axis: asOfAxis, reached = null, format } = asked.value;
  const { viewer, app } = await serverApp();
  const file = await exportSequences(viewer, app, {
    namespace: ns,
    text: q,
    zone,
    asOf,
    asOfAxis,
    reached,
    format,
  });
  return file.ok ? answerExport(file.value) : answerFailure(file.error);
});
