/** What the overview of a namespace answers. */
import { z } from 'zod';
import { MARK_KINDS } from '#core';
import { entitySchema } from './entity-schemas.ts';
import { instant, leafPath, version } from './parts.ts';

const position = z
  .string()
  .meta({ description: 'A place of the log, which may be more than a double holds.' });

const projectionKind = entitySchema.shape.projection;

const q = z.string().meta({ description: 'The query that finds the events that are counted.' });

const counted = z.object({ events: z.int(), q });

const bounded = counted.extend({
  isMore: z.boolean().meta({ description: 'There are more than were counted.' }),
});

/** Of the newest events of the range. */
const busiest = <Row extends z.ZodRawShape>(row: Row) =>
  z.object({
    top: z.array(counted.extend(row)).meta({ description: 'The most frequent first.' }),
    looked: z.int().meta({ description: 'How many events were looked at: the newest of the range.' }),
    since: instant
      .nullable()
      .meta({ description: 'Only events after this instant were looked at; null: all of the range.' }),
  });

const overTime = z.object({
  width: z.string().meta({
    description:
      'Microseconds that are counted together: an hour, or a day, which may have one less or more.',
  }),
  clock: z.string().meta({ description: 'The zone whose days they are. Hours are of UTC.' }),
  types: z
    .array(
      counted.extend({
        type: z.string().nullable().meta({ description: 'null: all other types.' }),
        types: z.int().meta({ description: 'How many types it stands for.' }),
      }),
    )
    .meta({ description: 'The six most frequent types, and the others together.' }),
  counts: z.array(z.object({ at: instant, events: z.array(z.int()) })).meta({
    description:
      'How many events begin within `width` of an instant, in the order of `types`, ascending; instants without an event are left out.',
  }),
  changes: z
    .array(z.object({ at: instant, fields: z.int() }))
    .nullable()
    .meta({
      description:
        'How many fields changed on each day that begins at an instant, ascending, of the newest 54 weeks and as far as `changedTo`; days without a change are left out. null: hours are counted.',
    }),
});

const markKind = z.enum(MARK_KINDS);

const marks = bounded
  .extend({
    isMore: z.boolean().meta({
      description:
        'The store has more than were looked at: there may be more in the range than were counted.',
    }),
    kinds: z.array(counted.extend({ kind: markKind })).meta({ description: 'The most frequent first.' }),
    newest: z.array(
      z.object({
        position,
        entityType: z.string(),
        entityId: z.string(),
        version,
        kind: markKind,
        message: z.string(),
      }),
    ),
  })
  .meta({ description: 'Events that a fold could not take as they are.' });

const readModels = z
  .object({
    head: position.meta({ description: 'The newest position of the log.' }),
    searchedTo: position.meta({ description: 'Up to where all of this but the fields was counted.' }),
    changedTo: position.meta({ description: 'Up to where it is known which event changed which fields.' }),
    searchedAt: instant.nullable(),
    changedAt: instant.nullable(),
  })
  .meta({ description: 'How far what is asked here is behind the log.' });

const store = z
  .object({
    events: z.int(),
    entities: z.int(),
    live: z.int().meta({ description: 'Entities that had not been removed.' }),
    notes: z
      .object({ entities: z.int(), events: z.int() })
      .meta({ description: 'Readers’ notes, which nothing else here counts.' }),
    types: z.array(
      z.object({
        entityType: z.string(),
        entities: z.int(),
        live: z.int().meta({ description: 'Those that had not been removed.' }),
        events: z.int(),
        q,
        kind: projectionKind
          .nullable()
          .meta({ description: 'The rule that folds its events; null: none is registered.' }),
      }),
    ),
    newest: z.array(
      z.object({
        position,
        entityType: z.string(),
        entityId: z.string(),
        version,
        type: z.string(),
        actor: z.string().nullable(),
        recordedAt: instant,
      }),
    ),
  })
  .meta({
    description: 'What was in the namespace at the moment that is asked for, whatever the range is.',
  });

export const overviewSchema = z
  .object({
    range: z
      .object({ from: instant.nullable(), to: instant.nullable() })
      .meta({ description: 'As it was read; `to` is exclusive, null is no bound.' }),
    events: z.int().meta({ description: 'In the range.' }),
    q,
    overTime,
    entityTypes: z.array(counted.extend({ entityType: z.string() })),
    actors: z.object({
      top: z
        .array(counted.extend({ actor: z.string().nullable() }))
        .meta({ description: 'The most frequent; null: nobody is named.' }),
      all: z.int().meta({ description: 'How many there are.' }),
    }),
    entities: busiest({ entityType: z.string(), entityId: z.string() }),
    fields: busiest({ path: leafPath }),
    late: bounded,
    outOfOrder: bounded,
    marks,
    readModels,
    store,
  })
  .meta({ description: 'What went on in a namespace in a range of times, and what is in it.' });
