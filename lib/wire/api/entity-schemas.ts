/** Answers about which entities there are, and about one of them. */
import { z } from 'zod';
import { axis, instant, version } from './parts.ts';

const entityRowSchema = z.object({
  entityType: z.string(),
  entityId: z.string(),
  version: version.meta({ description: 'Of its last event at the asked moment.' }),
  removed: z.boolean().meta({ description: 'The last event then had removed it.' }),
  recordedAt: instant.meta({
    description: 'When its last event was recorded, never earlier than one before.',
  }),
  occurredAt: instant.meta({ description: 'When its last event happened.' }),
  lastType: z.string().meta({ description: 'Type of its last event.' }),
  lastActor: z.string().nullable().meta({ description: 'Who caused its last event.' }),
});

export const entitiesSchema = z
  .object({
    asOf: z.string().meta({ description: 'The moment as it was asked for.' }),
    axis,
    entities: z.array(entityRowSchema),
    next: z
      .string()
      .nullable()
      .meta({ description: 'What to send as `after` for the next page; null: that was all.' }),
  })
  .meta({ description: 'A page of entities, ascending by type and id (in the order of their UTF-8 bytes).' });

export const foundEntitiesSchema = entitiesSchema
  .extend({
    entities: z.array(
      entityRowSchema.extend({
        values: z
          .array(
            z.object({
              path: z.string(),
              value: z.string().meta({ description: 'JSON text.' }),
              isCut: z.boolean().meta({
                description:
                  'Only the beginning of the value stands here; nothing where the field holds other fields (on the recorded axis, among the first 5,000 that the entity ever had).',
              }),
            }),
          )
          .meta({ description: 'Of the asked fields those that it had then.' }),
      }),
    ),
    changedTo: z.string().meta({
      description: 'The position up to which the change log was there, which values and `state:` come from.',
    }),
  })
  .meta({ description: 'A page of the entities that a query finds as they were at a moment.' });

const resources = [
  'self',
  'page',
  'state',
  'diff',
  'blame',
  'events',
  'related',
  'search',
  'export',
  'fields',
  'firstWhere',
  'outline',
  'building',
  'history',
  'notes',
] as const;

export const entitySchema = z
  .object({
    namespace: z.string(),
    entityType: z.string(),
    entityId: z.string(),
    events: version.meta({ description: 'How many there are, which is the newest version.' }),
    removed: z.boolean(),
    defaultAxis: axis.meta({ description: 'The one that is used where a question names none.' }),
    axisReason: z
      .string()
      .nullable()
      .meta({ description: 'Why that is not the recorded one, in words; null where it is.' }),
    projection: z
      .enum(['replace', 'merge', 'patch', 'row', 'activity', 'reducer'])
      .meta({ description: 'The rule that folds its events into states.' }),
    firstRecordedAt: instant,
    lastRecordedAt: instant,
    firstOccurredAt: instant,
    lastOccurredAt: instant,
    links: z.object(Object.fromEntries(resources.map((name) => [name, z.string()]))).meta({
      description:
        'Where the other resources are. `related`, `search`, `fields` and `firstWhere` want parameters.',
    }),
  })
  .meta({ description: 'What there is about one entity.' });
