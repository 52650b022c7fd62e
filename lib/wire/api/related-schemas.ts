/** Events that belong to one event, and events that hold a text. */
import { z } from 'zod';
import { instant, version } from './parts.ts';

export const relatedEventSchema = z.object({
  entityType: z.string(),
  entityId: z.string(),
  version,
  position: z.string(),
  type: z.string(),
  actor: z.string().nullable(),
  recordedAt: instant,
  occurredAt: instant,
});

export const relatedListSchema = z.object({
  events: z.array(relatedEventSchema).meta({ description: 'The first of them, ascending by position.' }),
  total: z.int().meta({ description: 'How many there are; where `isMore`, at least so many.' }),
  isMore: z.boolean().meta({ description: 'There are more than were counted.' }),
});

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

export const foundEventsSchema = z
  .object({
    events: z
      .array(relatedEventSchema.extend({ source: z.string() }))
      .meta({ description: 'One of each source that has the id, ascending by position.' }),
  })
  .meta({ description: 'The events of the namespace that have an id. Ids are unique within a source.' });

export const textMatchesSchema = z
  .object({
    versions: z.array(z.int()).meta({ description: 'Those that hold the text, ascending.' }),
    through: z.int().meta({
      description: 'How far was looked, a version. Ask again with it as `after` while it is below `head`.',
    }),
    head: z.int().meta({ description: 'The newest version of the stream.' }),
  })
  .meta({ description: 'The events of one stretch whose payload, type or metadata holds the text.' });
