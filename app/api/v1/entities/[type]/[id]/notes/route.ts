import { readNotes, serverApp, writeNote } from '#server';
import { notesJson, unguardId } from '#wire';
import { demandKnown, namespaceQuery, noteToWriteSchema, readQuery } from '#wire/api';
import { answerFailure, answerJson, answerNoSuchEntity, answerWritten } from '../../../../../answer.ts';
import { answered } from '../../../../../answered.ts';
import type { EntityRoute } from '../../../../../entity-question.ts';
import { readBody } from '../../../../../read-body.ts';

/** What readers have said about the entity, the removed notes too. */
export const GET = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const noted = await notedEntity(request, route);
  if (!noted.ok) return answerFailure(noted.error);
  const { viewer, app } = await serverApp();
  const notes = await readNotes(viewer, app, noted.value);
  return notes === null ? answerNoSuchEntity() : answerJson(request, notesJson(notes));
});

/** Appends one event to its notes. The guard has seen that no foreign page asks for it. */
export const POST = answered(async (request: Request, route: EntityRoute): Promise<Response> => {
  const noted = await notedEntity(request, route);
  if (!noted.ok) return answerFailure(noted.error);
  const note = await readBody(request, noteToWriteSchema, 'CS-530');
  if (!note.ok) return answerFailure(note.error);
  const { viewer, app } = await serverApp();
  const written = await writeNote(viewer, app, noted.value, note.value);
  if (!written.ok) return answerFailure(written.error);
  return written.value === null ? answerNoSuchEntity() : answerWritten(JSON.stringify(written.value));
});

async function notedEntity(request: Request, route: EntityRoute) {
  const { type, id } = await route.params;
  const search = new URL(request.url).searchParams;
  const known = demandKnown(search, namespaceQuery);
  const read = known.ok ? readQuery(namespaceQuery, search) : known;
  if (!read.ok) return read;
  return {
    ok: true,
    value: { namespace: read.value.ns, type: unguardId(type), id: unguardId(id) },
  } as const;
}
