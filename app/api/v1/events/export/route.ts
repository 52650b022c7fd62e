import { exportFound, serverApp } from '#server';
import { demandKnown, exportFoundQuery, readQuery } from '#wire/api';
import { answerFailure } from '../../../answer.ts';
import { answerExport } from '../../../answer-export.ts';
import { answered } from '../../../answered.ts';

/** All events that the query `q` finds, as a file. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, exportFoundQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(exportFoundQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, q, zone, as_of, axis, sort, dir, format } = asked.value;
  const { viewer, app } = await serverApp();
  const file = await exportFound(viewer, app, {
    namespace: ns,
    text: q,
    zone,
    asOf: as_of,
    asOfAxis: axis,
    sort,
    direction: dir,
    format,
  });
  return file.ok ? answerExport(file.value) : answerFailure(file.error);
});
