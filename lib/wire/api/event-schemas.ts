/** An event, and a page of them, in full. */
import { z } from 'zod';

const micros = z
  .string()
  .regex(/^-?\d+$/)
  .meta({ description: 'Microseconds since 1970-01-01 UTC.' });

export const eventDetailSchema = z.object({
  position: z.string(),
  version: z.number().int(),
  type: z.string(),
  schemaVersion: z.number().int(),
  removed: z.boolean(),
  payloadFormat: z.enum(['json', 'yaml', 'text', 'base64']),
  payload: z.string().meta({ description: 'Its exact text, as it came in.' }),
  occurredAt: micros,
  recordedAt: micros,
  ingestedAt: micros,
  recordedHigh: micros.meta({
    description: 'The highest recordedAt in the stream up to here, in microseconds.',
  }),
  flags: z.number().int(),
  actor: z.string().nullable(),
  source: z.string(),
  eventId: z.string(),
  correlationId: z.string().nullable(),
  causationId: z.string().nullable(),
  sourceRef: z.string().nullable(),
  sourcePosition: z.string().nullable(),
  sourceVersion: z.string().nullable(),
  metadata: z.string().nullable(),
  occurredText: z.string().nullable(),
  recordedText: z.string().nullable(),
  links: z.array(z.object({ entityType: z.string(), entityId: z.string(), role: z.string() })),
  leafHash: z.string(),
  upcast: z
    .string()
    .nullable()
    .meta({ description: 'The payload after upcasting, exact JSON text, where an upcaster ran.' }),
  upcastVersion: z.number().int().nullable().meta({
    description:
      'The schema version of `upcast`. One upcaster ran for each version from `schemaVersion` to it.',
  }),
  upcastProblem: z
    .string()
    .nullable()
    .meta({ description: 'Why there is no `upcast` where an upcaster reads the event (CS-142).' }),
});

export const eventPageSchema = z.object({
  events: z.array(eventDetailSchema),
  head: z.number().int().meta({ description: 'The newest version of the stream.' }),
});
