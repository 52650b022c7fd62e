import { compareMoments, serverApp } from '#server';
import { decodeCursor, encodeCursor } from '#wire';
import { compareQuery, demandKnown, readQuery } from '#wire/api';
import { answerFailure, answerJson } from '../../answer.ts';
import { answered } from '../../answered.ts';

/** What differs between the moments `from` and `to`. */
export const GET = answered(async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const known = demandKnown(searchParams, compareQuery);
  if (!known.ok) return answerFailure(known.error);
  const asked = readQuery(compareQuery, searchParams);
  if (!asked.ok) return answerFailure(asked.error);
  const { ns, from, to, became = null, type: entityType = null, after, limit } = asked.value;
  const key = after === undefined ? null : decodeCursor(after);
  if (key?.ok === false) return answerFailure(key.error);
  const { viewer, app } = await serverApp();
  const found = await compareMoments(viewer, app, {
    namespace: ns,
    from,
    to,
    became,
    entityType,
    after: key?.value ?? null,
    limit,
  });
  if (!found.ok) return answerFailure(found.error);
  const { next, changedTo, head, ...rest } = found.value;
  const cursor = next === null ? null : encodeCursor(next);
  const positions = { changedTo: String(changedTo), head: String(head) };
  return answerJson(request, JSON.stringify({ ...rest, next: cursor, ...positions }));
});
