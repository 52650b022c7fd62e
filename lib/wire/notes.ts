/** Notes on an entity as they cross HTTP, and what is sent to write one. */
import type { z } from 'zod';
import { type FoldedNotes, formatInstant } from '#core';
import { answerOf } from './answer-of.ts';
import type { changeSchema, noteSchema, notesSchema } from './api/note-schemas.ts';

export type WrittenNote = z.infer<typeof noteSchema>;
export type WrittenNotes = z.infer<typeof notesSchema>;
export type NoteChange = z.infer<typeof changeSchema>;

/** From parsed JSON. */
export const readNotes = (answer: unknown): WrittenNotes => answerOf<WrittenNotes>(answer, 'notes');

export function notesJson({
  version: newest,
  notes,
  unread,
}: FoldedNotes & { readonly version: number }): string {
  const written: WrittenNotes = {
    version: newest,
    notes: notes.map(({ id, on, kind, text, isRemoved, steps }) => ({
      id,
      on,
      kind,
      text,
      removed: isRemoved,
      steps: steps.map(({ declared, at, ...step }) => ({
        ...step,
        declaredName: declared,
        at: formatInstant(at),
      })),
    })),
    unread: [...unread],
  };
  return JSON.stringify(written);
}
