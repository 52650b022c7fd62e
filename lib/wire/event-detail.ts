/**
 * An event as it crosses HTTP: instants are decimal strings of microseconds (JSON numbers would lose them), the payload is
 * its exact text inside a JSON string.
 */
import type { z } from 'zod';
import { answerOf } from './answer-of.ts';
import type { eventDetailSchema, eventPageSchema } from './api/event-schemas.ts';

export type EventDetail = z.infer<typeof eventDetailSchema>;
export type EventPage = z.infer<typeof eventPageSchema>;

/** From parsed JSON. */
export const readEventPage = (answer: unknown): EventPage => answerOf<EventPage>(answer, 'events');
