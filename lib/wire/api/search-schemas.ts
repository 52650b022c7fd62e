/** What a search of the events of a namespace answers. */
import { z } from 'zod';
import { instant, version } from './parts.ts';

export const position = z
  .string()
  .meta({ description: 'A place of the log, which may be more than a double holds.' });

const searched = {
  searchedTo: position.meta({
    description:
      'Up to where the log was searched; in the order of the log, what an event by itself is can be asked of what is not searchable yet.',
  }),
  head: position.meta({
    description: 'The newest position of the log. What lies between is searchable in a moment.',
  }),
};

const foundChangeSchema = z.object({
  path: z.string().meta({ description: 'The field, a JSON Pointer or a path by key.' }),
  value: z.string().nullable().meta({ description: 'JSON text of its new value; null: it is gone.' }),
  isCut: z.boolean().meta({ description: 'Only the beginning of the value stands here.' }),
});

export const foundEventSchema = z.object({
  position,
  entityType: z.string(),
  entityId: z.string(),
  version,
  type: z.string(),
  actor: z.string().nullable(),
  source: z.string(),
  eventId: z.string(),
  correlationId: z.string().nullable(),
  causationId: z.string().nullable(),
  recordedAt: instant,
  occurredAt: instant,
  recordedIsOurs: z.boolean().meta({ description: 'The source gave no recordedAt.' }),
  occurredIsOurs: z.boolean().meta({ description: 'The source gave no occurredAt.' }),
  removed: z.boolean(),
  late: z
    .boolean()
    .meta({ description: 'It happened before an event of its entity that was in the log already.' }),
  outOfOrder: z
    .boolean()
    .meta({ description: 'It was recorded before an event of its entity that has a lower version.' }),
  links: z.array(z.object({ entityType: z.string(), entityId: z.string(), role: z.string() })).meta({
    description: 'Other entities that it concerns.',
  }),
  changes: z.array(foundChangeSchema).meta({ description: 'The first few of the fields that it changed.' }),
  changed: z.int().nullable().meta({
    description: 'How many fields it changed; null: that is not known yet; ask again later.',
  }),
});

export const foundPageSchema = z
  .object({
    events: z.array(foundEventSchema),
    next: z
      .string()
      .nullable()
      .meta({ description: 'What to send as `after` for the next page; null: that was all.' }),
    ...searched,
  })
  .meta({ description: 'A page of the events that a query finds.' });

export const facetSchema = z.object({
  names: z.array(z.object({ name: z.string().nullable(), events: z.int() })).meta({
    description: 'The most frequent first; null: events without one.',
  }),
  all: z.int().meta({ description: 'How many names there are.' }),
});

const foundFacetSchema = facetSchema.extend({
  newest: z.int().nullable().meta({
    description: 'Counted of so many of the newest events alone; null: of all that the summary speaks of.',
  }),
});

export const foundSummarySchema = z
  .object({
    events: z
      .int()
      .meta({ description: 'How many events are found; where `of` is `newest`, so many were looked at.' }),
    of: z.enum(['all', 'newest']).meta({
      description:
        'Whether all of this is said of all events that are found, or of the newest of them alone.',
    }),
    counts: z.array(z.object({ at: instant, events: z.int() })).meta({
      description:
        'How many begin within `width` of an instant, ascending; instants without an event are left out.',
    }),
    width: z.string().meta({ description: 'Microseconds; a day may have an hour less or more.' }),
    clock: z.string().meta({ description: 'The zone whose days they are. What is shorter is of UTC.' }),
    facets: z
      .object({
        type: foundFacetSchema.nullable(),
        entityType: foundFacetSchema.nullable(),
        actor: foundFacetSchema.nullable(),
        source: foundFacetSchema.nullable(),
      })
      .meta({ description: 'What the events have in common; null: not counted for this query.' }),
    ...searched,
  })
  .meta({ description: 'How many events a query finds, when they were, and what they have in common.' });

export const namesSchema = z
  .object({
    names: z.array(z.string()).meta({
      description:
        'Those that begin so, then those that hold it; each ascending, and of values each the newest first.',
    }),
    isMore: z.boolean(),
  })
  .meta({ description: 'Names in the store that begin with a text or hold it.' });

export const comparisonSchema = z
  .object({
    types: z.array(
      z.object({
        entityType: z.string(),
        appeared: z.int(),
        vanished: z.int(),
        changed: z.int(),
        fields: z.int().meta({ description: 'Leaves in which their states differ.' }),
        events: z.int().meta({ description: 'Events of these entities between the two moments.' }),
      }),
    ),
    paths: z.array(z.object({ path: z.string(), entities: z.int() })).meta({
      description: 'The fields that changed in most of the entities that were there before and after.',
    }),
    allPaths: z.int().meta({ description: 'How many such fields there are.' }),
    actors: z.array(z.object({ actor: z.string().nullable(), events: z.int() })).meta({
      description: 'Who caused most of the events that were recorded between; null: nobody is named.',
    }),
    allActors: z.int().meta({ description: 'How many they are, nobody included.' }),
    entities: z.array(
      z.object({
        entityType: z.string(),
        entityId: z.string(),
        became: z.enum(['appeared', 'vanished', 'changed']),
        fields: z.int(),
        events: z.int(),
        versionBefore: z.int().min(0).meta({ description: '0: it was not there yet.' }),
        versionAfter: z.int().min(0),
      }),
    ),
    next: z
      .string()
      .nullable()
      .meta({ description: 'What to send as `after` for the next page; null: that was all.' }),
    listed: z.int().meta({ description: 'How many entities the list has on all its pages.' }),
    changedTo: position.meta({
      description: 'Up to where the log was looked at: as far as it is known what its events changed.',
    }),
    head: position.meta({ description: 'The newest position of the log.' }),
  })
  .meta({ description: 'What differs between two moments of a namespace, as we knew it.' });
