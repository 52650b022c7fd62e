import { listNames, listValues, serverApp } from '#server';
import { demandKnown, namesQuery, readQuery } from '#wire/api';
import { answerFailure, answerJson } from '../../answer.ts';
import { answered } from '../../answered.ts';

/** Names in the store that begin with `text`, or hold it; of a field, its values. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, namesQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(namesQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, of, path, text } = asked.value;
  const { viewer, app } = await serverApp();
  if (of !== 'value' && of !== 'payloadValue')
    return answerJson(request, JSON.stringify(await listNames(viewer, app, { namespace: ns, of, text })));
  const field = of === 'value' ? 'state' : 'payload';
  const values = await listValues(viewer, app, { namespace: ns, of: field, path, text });
  return values.ok ? answerJson(request, JSON.stringify(values.value)) : answerFailure(values.error);
});
