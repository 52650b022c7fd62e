/** What is said of all that one actor did. */
import { z } from 'zod';
import { instant, version } from './parts.ts';
import { facetSchema, position } from './search-schemas.ts';

export const actorSchema = z
  .object({
    actor: z.string(),
    axis: z.enum(['recorded', 'occurred']).meta({ description: 'The clock that all times are of.' }),
    zone: z.string().meta({ description: 'On whose clock hours, days and weekdays are.' }),
    events: z.int().meta({
      description: 'How many there are; 0: nobody of this name did anything. The product’s own are left out.',
    }),
    first: instant.nullable(),
    last: instant.nullable(),
    counted: z.int().meta({ description: 'Of so many of the newest events all that follows is said.' }),
    counts: z.array(z.object({ at: instant, events: z.int() })).meta({
      description: 'How many begin within `width` of an instant, ascending; empty ones are left out.',
    }),
    width: z.string().meta({ description: 'Microseconds; a day may have an hour less or more.' }),
    hours: z.array(z.array(z.int()).length(24)).length(7).meta({
      description: 'Events by weekday, from Monday on, and by hour, on the clock of the zone.',
    }),
    types: facetSchema.meta({ description: 'The types of the events.' }),
    entityTypes: facetSchema.meta({ description: 'The types of the entities that they are about.' }),
    entities: z
      .array(
        z.object({ entityType: z.string(), entityId: z.string(), events: z.int(), lastVersion: version }),
      )
      .meta({ description: 'Those with most of the events first; `lastVersion` is the newest of them.' }),
    allEntities: z.int().meta({ description: 'How many entities there are.' }),
    fields: z
      .array(z.object({ path: z.string(), changes: z.int() }))
      .meta({ description: 'The fields that were changed most often, by the newest `ofChanges` events.' }),
    allFields: z.int().meta({ description: 'How many fields there are.' }),
    ofChanges: z.int(),
    searchedTo: position.meta({ description: 'Up to where the log was searched.' }),
    changedTo: position.meta({ description: 'Up to where it is known what events changed.' }),
    head: position.meta({ description: 'The newest position of the log.' }),
  })
  .meta({ description: 'All that one actor did in a namespace.' });
