/** What a search for sequences of events answers. */
import { z } from 'zod';
import { axis, instant, version } from './parts.ts';

const position = z
  .string()
  .meta({ description: 'A place of the log, which may be more than a double holds.' });

const micros = z.string().meta({ description: 'Microseconds.' });

const event = z.object({
  position,
  entityType: z.string(),
  entityId: z.string(),
  version,
  type: z.string(),
  actor: z.string().nullable(),
  correlationId: z.string().nullable(),
  recordedAt: instant,
  occurredAt: instant,
  recordedIsOurs: z.boolean(),
  occurredIsOurs: z.boolean(),
});

/** Microseconds behind the event with which the stage before was complete. */
const moment = event.extend({ since: micros });

const stageSchema = z.object({
  kind: z.enum(['event', 'absence']),
  text: z.string().meta({ description: 'The step, as it is written.' }),
  times: z.int().meta({ description: 'How many events the step takes; an absence takes none.' }),
  without: z
    .array(z.string())
    .meta({ description: 'Steps of which nothing may lie before it; they belong to it.' }),
  starts: z.int().meta({ description: 'How many events that match the first step got here.' }),
  partitions: z
    .int()
    .meta({ description: 'How many entities, actors or conversations have a start that got here.' }),
  median: micros
    .nullable()
    .meta({ description: 'Of the times from the event of the stage before, in microseconds; null: none.' }),
  p90: micros.nullable().meta({ description: 'Nine of ten took at most so long.' }),
});

export const sequencesSchema = z
  .object({
    sequence: z.string().meta({ description: 'The sequence in its canonical writing.' }),
    by: z.enum(['entity', 'actor', 'correlation']),
    axis,
    stages: z.array(stageSchema).meta({
      description:
        'What a match goes through, one after the other; each has at most the starts of the one before.',
    }),
    matches: z
      .array(
        z.object({
          start: event,
          took: micros.meta({ description: 'Microseconds from the start to the last of the events.' }),
          events: z
            .array(
              moment
                .extend({
                  first: moment.nullable().meta({
                    description: 'The first of the events, where the step takes several; else null.',
                  }),
                })
                .nullable(),
            )
            .meta({
              description:
                'Of every stage that was reached the event with which it was complete, and the time since the one before; null: nothing happened, as was asked.',
            }),
        }),
      )
      .meta({ description: 'The newest first, by their starts. They may overlap.' }),
    next: z
      .string()
      .nullable()
      .meta({ description: 'What to send as `after` for the next page; null: that was all.' }),
    searchedTo: position.meta({ description: 'Up to where the log was searched.' }),
    head: position.meta({ description: 'The newest position of the log.' }),
  })
  .meta({ description: 'Where a sequence of events is found, and how far the others got.' });
