/** Saying something about an entity: answers why it was not kept, or null. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { entityApiPath, type NoteChange, type ProblemJson, readProblem } from '#wire';
import { askServer } from '../ask-server.ts';
import type { EntityName } from '../entity-href.ts';
import { notesKey } from './use-notes.ts';

export interface NoteDraft {
  /** The same as long as the same is meant, so that sending it again writes nothing twice. */
  readonly eventId: string;
  readonly author: string;
  /** Version of the notes that was on screen; null: it does not matter. */
  readonly expectedVersion: number | null;
  readonly change: NoteChange;
}

export type WriteNote = (draft: NoteDraft) => Promise<string | null>;

export function useNoteWriter(entity: EntityName): WriteNote {
  const client = useQueryClient();
  return useCallback(
    async (draft) => {
      const problem = await send(entity, draft).catch((error: unknown) =>
        error instanceof Error ? error.message : String(error),
      );
      // After a refusal too: what is on screen may be why.
      await client.invalidateQueries({ queryKey: notesKey(entity) });
      return problem;
    },
    [client, entity],
  );
}

async function send(
  { namespace, type, id }: EntityName,
  { author, ...draft }: NoteDraft,
): Promise<string | null> {
  const response = await askServer(entityApiPath(type, id, '/notes', namespace), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...draft, author: author === '' ? null : author }),
  });
  if (response.ok) return null;
  const problem = await problemOf(response);
  if (problem === null) return `It could not be kept (${response.status}).`;
  return problem.code === 'CS-301'
    ? 'Somebody has written meanwhile. Look at what there is now, and save again.'
    : `${problem.code}: ${problem.detail}`;
}

async function problemOf(response: Response): Promise<ProblemJson | null> {
  try {
    return readProblem(await response.json());
  } catch {
    return null;
  }
}

/** 128 random bits. (`randomUUID` is not there where a page came over plain HTTP from another machine.) */
export function newEventId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
