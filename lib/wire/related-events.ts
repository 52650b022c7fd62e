/** Events that belong together across entities: what caused one, what it caused, and the conversation it is part of. */
import type { z } from 'zod';
import { answerOf } from './answer-of.ts';
import type {
  foundEventsSchema,
  relatedEventSchema,
  relatedEventsSchema,
  relatedListSchema,
} from './api/related-schemas.ts';

export type RelatedEvent = z.infer<typeof relatedEventSchema>;
export type RelatedList = z.infer<typeof relatedListSchema>;
export type FoundEvents = z.infer<typeof foundEventsSchema>;
export type RelatedEvents = z.infer<typeof relatedEventsSchema>;

/** From parsed JSON. */
export const readRelatedEvents = (answer: unknown): RelatedEvents =>
  answerOf<RelatedEvents>(answer, 'caused');

/** From parsed JSON. */
export const readFoundEvents = (answer: unknown): FoundEvents => answerOf<FoundEvents>(answer, 'events');
