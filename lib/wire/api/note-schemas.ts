/** Notes on an entity, and what is sent to write one. */
import { z } from 'zod';
import { axis, instant, leafPath, version } from './parts.ts';

const momentVersion = z.int().min(0);

const placeSchema = z
  .strictObject({
    axis: axis.meta({ description: 'The axis that it was written on.' }),
    from: momentVersion.meta({ description: 'A version of the entity; 0: before its first event.' }),
    to: momentVersion.nullable().meta({ description: 'The other end of a range; null: a moment.' }),
    path: leafPath
      .refine((path) => path === '' || path.startsWith('/'), {
        error: 'path is a JSON Pointer: empty, or beginning with "/".',
      })
      .nullable(),
  })
  .meta({ description: 'A moment or a range of the entity, and the field that is meant; null: all of it.' });

const noteText = z.string().meta({ description: 'At most 8,192 bytes of UTF-8; empty: a bookmark.' });

const noteStepSchema = z.object({
  what: z.enum(['added', 'edited', 'removed']),
  version: version.meta({ description: 'In the stream of the notes.' }),
  eventId: z.string(),
  text: z.string().meta({ description: 'The text after this step.' }),
  actor: z.string().nullable().meta({ description: 'Through what it was written.' }),
  declaredName: z
    .string()
    .nullable()
    .meta({ description: 'The name that the writer gave for themselves, which nobody checked; null: none.' }),
  at: instant,
});

export const noteSchema = z
  .object({
    id: z.string(),
    on: placeSchema,
    kind: z.enum(['bookmark', 'note']).meta({ description: 'A bookmark has no text.' }),
    text: noteText,
    removed: z.boolean(),
    steps: z.array(noteStepSchema).meta({ description: 'All that was said of it; the first added it.' }),
  })
  .meta({ description: 'What somebody said about an entity.' });

export const notesSchema = z
  .object({
    version: z.int().min(0).meta({ description: 'Of the stream of the notes; 0: there are none yet.' }),
    notes: z.array(noteSchema).meta({ description: 'In the order in which they were added.' }),
    unread: z.array(version).meta({ description: 'Versions of its events that say nothing readable.' }),
  })
  .meta({ description: 'All notes of an entity, the removed ones too.' });

const noteId = z.string().regex(/^[\w-]{8,64}$/);

export const changeSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('add'), on: placeSchema, text: noteText }),
  z.strictObject({ what: z.literal('edit'), note: noteId, text: noteText }),
  z.strictObject({ what: z.literal('remove'), note: noteId }),
]);

export const noteToWriteSchema = z
  .strictObject({
    eventId: noteId.meta({
      description:
        'Made by the client, so that sending it again writes nothing twice; of an addition the id of the note.',
    }),
    author: z
      .string()
      .nullable()
      .default(null)
      .meta({ description: 'The name that the writer gives for themselves; nobody checks it.' }),
    expectedVersion: z
      .int()
      .min(0)
      .nullable()
      .default(null)
      .meta({ description: 'The version of the notes that it was made from; null: whatever it is.' }),
    change: changeSchema,
  })
  .meta({ description: 'One thing to say about an entity, or to take back.' });

export const noteWrittenSchema = z
  .object({
    version: version.meta({ description: 'Of the stream of the notes, with it.' }),
    outcome: z.enum(['added', 'alreadyThere']),
  })
  .meta({ description: 'The note is kept.' });
