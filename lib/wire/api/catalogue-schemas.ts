/** What the catalogue of event types answers: types, the shape of their payloads, and which event follows which. */
import { z } from 'zod';
import { instant, version } from './parts.ts';

const position = z
  .string()
  .meta({ description: 'A place of the log, which may be more than a double holds.' });

const counted = {
  countedTo: position.meta({ description: 'Up to where the log is counted.' }),
  head: position.meta({ description: 'The newest position of the log.' }),
};

const seen = {
  firstRecorded: instant,
  lastRecorded: instant,
  firstOccurred: instant,
  lastOccurred: instant,
};

const ofEntities = z
  .array(z.object({ entityType: z.string(), events: z.int() }))
  .meta({ description: 'The types of entities that it is an event of, those with most events first.' });

const micros = z
  .number()
  .nullable()
  .meta({ description: 'Microseconds as the events happened; null: there is nothing to take it from.' });

export const eventTypeSchema = z.object({
  type: z.string(),
  events: z.int(),
  entityTypes: ofEntities,
  versions: z.array(z.object({ schemaVersion: version, events: z.int() })),
  upcasters: z
    .array(version)
    .meta({ description: 'The schema versions that the configuration has an upcaster for.' }),
  ...seen,
  counts: z
    .array(z.int())
    .meta({ description: 'Events in equal parts of the time from `from` to `to`; empty: not counted yet.' }),
});

export const eventTypesSchema = z
  .object({
    types: z.array(eventTypeSchema).meta({ description: 'Those with most events first.' }),
    all: z.int().meta({ description: 'How many types there are.' }),
    from: instant.nullable(),
    to: instant.nullable(),
    ...counted,
  })
  .meta({ description: 'The types of events of a namespace.' });

const placedSchema = z.object({
  position,
  entityType: z.string(),
  entityId: z.string(),
  version,
  type: z.string(),
  actor: z.string().nullable(),
  recordedAt: instant,
  occurredAt: instant,
});

const jsonKind = z.enum(['null', 'boolean', 'number', 'string', 'array', 'object']);

const shapeFieldSchema = z.object({
  path: z.string().meta({
    description: 'A JSON Pointer; `*` stands for the elements of an array and the values of a map.',
  }),
  name: z.string(),
  placeIn: z.enum(['document', 'member', 'value', 'element']),
  depth: z.int(),
  kinds: z.array(z.object({ kind: jsonKind, count: z.int(), first: position, last: position })).meta({
    description: 'The types of JSON that stood there, and the positions of their first and last.',
  }),
  count: z.int().meta({ description: 'Values at the place.' }),
  around: z.int().meta({ description: 'Objects or arrays around it.' }),
});

const driftSchema = z.object({
  what: z.enum(['appeared', 'disappeared', 'retyped']),
  path: z.string(),
  at: position.meta({
    description: 'The first event with it, or of its new type; where it disappeared, the last that had it.',
  }),
  last: position.nullable().meta({ description: 'The last event of the old type.' }),
  from: jsonKind.nullable(),
  to: jsonKind.nullable(),
});

const neighbourSchema = z.object({
  type: z.string().nullable().meta({ description: 'null: the beginning or the end of a stream.' }),
  events: z.int(),
  median: micros,
});

export const eventTypeDetailSchema = eventTypeSchema
  .omit({ counts: true, versions: true })
  .extend({
    versions: z.array(
      z.object({
        schemaVersion: version,
        events: z.int(),
        looked: z.int().meta({
          description:
            'Of them, those whose payloads were looked at, the first in the log: fewer than all where they were recorded so far out of order that reading them all would take too long.',
        }),
        opaque: z
          .int()
          .meta({ description: 'Of those that were looked at, those whose payload is no JSON.' }),
        first: position,
        last: position,
        upcast: z.boolean().meta({ description: 'An upcaster reads it.' }),
        added: z.array(z.string()).meta({
          description: 'Places that payloads of the schema version in front of it did not have.',
        }),
        gone: z.array(z.string()).meta({ description: 'Places that only that one had.' }),
        retyped: z.array(z.object({ path: z.string(), from: z.string(), to: z.string() })),
      }),
    ),
    shown: version.meta({ description: 'The schema version whose shape this is.' }),
    fields: z.array(shapeFieldSchema).meta({ description: 'Each place after the one that it is in.' }),
    dropped: z.int().meta({ description: 'Values at places for which there was no room in the shape.' }),
    drift: z.array(driftSchema).meta({ description: 'What changed in the payloads, ascending by position.' }),
    precedes: z.array(neighbourSchema).meta({ description: 'What came right before it, most often first.' }),
    follows: z.array(neighbourSchema).meta({ description: 'What came right after it, most often first.' }),
    mentioned: z
      .array(placedSchema)
      .meta({ description: 'The events that versions, drift and the newest event name by position.' }),
    newest: position,
    ...counted,
  })
  .meta({ description: 'One type of event, what its payloads look like and when that changed.' });

export const eventModelSchema = z
  .object({
    entityType: z.string(),
    entityTypes: z.array(z.object({ entityType: z.string(), events: z.int() })),
    streams: z.int(),
    types: z.array(
      z.object({
        type: z.string(),
        events: z.int(),
        starts: z.int().meta({ description: 'Streams that began with it.' }),
        ends: z.int().meta({ description: 'Streams whose newest event it is.' }),
      }),
    ),
    steps: z
      .array(
        z.object({
          before: z.string().nullable().meta({ description: 'null: the beginning of a stream.' }),
          after: z.string().nullable().meta({ description: 'null: the end of a stream, so far.' }),
          events: z.int(),
          median: micros,
          p95: micros,
          mean: micros,
          backwards: z.int().meta({ description: 'Of them, those that happened before the event in front.' }),
          first: position.nullable(),
          last: position.nullable(),
        }),
      )
      .meta({ description: 'Which event came right after which, most often first.' }),
    all: z.int().meta({ description: 'How many different steps there are between events.' }),
    ...counted,
  })
  .meta({ description: 'The directly-follows graph of the streams of an entity type.' });

export const followExamplesSchema = z
  .object({
    events: z.array(placedSchema.extend({ gap: micros })),
    next: z
      .string()
      .nullable()
      .meta({ description: 'What to send as `after` for the next page; null: that was all.' }),
  })
  .meta({ description: 'Where one event came right after another, the newest recorded first.' });
