/** What the catalogue of event types answers. */
import type { z } from 'zod';
import type {
  eventModelSchema,
  eventTypeDetailSchema,
  eventTypeSchema,
  eventTypesSchema,
  followExamplesSchema,
} from './api/catalogue-schemas.ts';

export type EventTypeAnswer = z.infer<typeof eventTypeSchema>;
export type EventTypesAnswer = z.infer<typeof eventTypesSchema>;
export type EventTypeDetailAnswer = z.infer<typeof eventTypeDetailSchema>;
export type EventModelAnswer = z.infer<typeof eventModelSchema>;
export type FollowExamplesAnswer = z.infer<typeof followExamplesSchema>;
