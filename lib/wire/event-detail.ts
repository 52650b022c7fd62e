/**
 * An event as it crosses HTTP: instants are decimal strings of microseconds (JSON numbers would lose them), the payload is
 * its exact text inside a JSON string.
 */
import { z } from 'zod';

const micros = z.string().regex(/^-?\d+$/);

export const eventDetailSchema = z.object({
  position: z.string(),
  version: z.number().int(),
  type: z.string(),
  schemaVersion: z.number().int(),
  removed: z.boolean(),
  payloadFormat: z.enum(['json', 'yaml', 'text', 'base64']),
  payload: z.string(),
  occurredAt: micros,
  recordedAt: micros,
  ingestedAt: micros,
  recordedHigh: micros,
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
  /** The payload after upcasting, exact JSON text, where an upcaster ran. */
  upcast: z.string().nullable(),
});

export type EventDetail = z.infer<typeof eventDetailSchema>;

export const eventPageSchema = z.object({ events: z.array(eventDetailSchema), head: z.number().int() });
export type EventPage = z.infer<typeof eventPageSchema>;
