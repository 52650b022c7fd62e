/** Events that belong together across entities: what caused one, what it caused, and the conversation it is part of. */
import { z } from 'zod';
import { instant, version } from './parts.ts';

const relatedEventSchema = z.object({
  entityType: z.string(),
  entityId: z.string(),
  version,
  position: z.string(),
  type: z.string(),
  actor: z.string().nullable(),
  recordedAt: instant,
  occurredAt: instant,
});

export type RelatedEvent = z.infer<typeof relatedEventSchema>;

const relatedListSchema = z.object({
  events: z.array(relatedEventSchema).meta({ description: 'The first of them, ascending by position.' }),
  total: z.int().meta({ description: 'How many there are; where `isMore`, at least so many.' }),
  isMore: z.boolean().meta({ description: 'There are more than were counted.' }),
});

export type RelatedList = z.infer<typeof relatedListSchema>;

export const relatedEventsSchema = z
  .object({
    version,
    causationId: z.string().nullable(),
    cause: relatedEventSchema
      .nullable()
      .meta({ description: 'The event that `causationId` names; null where no event here has this id.' }),
    caused: relatedListSchema.meta({ description: 'Events whose causationId is the id of this one.' }),
    correlationId: z.string().nullable(),
    conversation: relatedListSchema.meta({
      description: 'Events of the same correlationId, this one among them.',
    }),
  })
  .meta({ description: 'The events of the namespace that belong to one event.' });

export type RelatedEvents = z.infer<typeof relatedEventsSchema>;
