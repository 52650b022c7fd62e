/** What a history is made of. */
import { z } from 'zod';
import { axis, instant, version } from './parts.ts';

const micros = z
  .string()
  .regex(/^-?\d+$/)
  .meta({ description: 'Microseconds since 1970-01-01 UTC.' });

const sketchSchema = z
  .object({
    types: z
      .array(z.object({ type: z.string(), events: z.int().min(1) }))
      .meta({ description: 'Event types in the order in which they are met.' }),
    clocks: z.array(micros).meta({
      description: 'Places on the axis of the first event, of every 256th behind it, and of the last.',
    }),
    days: z
      .array(z.tuple([version, z.int()]))
      .meta({ description: 'Events on another UTC day than the one before: ordinal, days since 1970.' }),
    timed: z.int().min(0).meta({ description: 'How many events have a time of their own.' }),
    latest: micros.nullable().meta({ description: 'The latest of their own times.' }),
    lowest: version.nullable().meta({ description: 'The lowest version of the events that have one.' }),
  })
  .meta({ description: 'What can be drawn before the segment is read.' });

const segmentSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  first: version.meta({ description: 'Ordinal of its first event on the axis.' }),
  last: version,
  until: instant.meta({ description: 'When its last event was recorded or occurred, as the axis has it.' }),
  isOpen: z.boolean().meta({ description: 'More events may go into it; then it has another hash.' }),
  lowestVersion: version,
  highestVersion: version,
  touched: z.string().meta({
    contentEncoding: 'base64',
    description: 'Bloom filter of the paths that its events changed (docs/segment-format.md).',
  }),
  sketch: sketchSchema,
});

export const outlineSchema = z
  .object({
    axis,
    defaultAxis: axis,
    events: z.int().min(0).meta({ description: 'How many are taken into account.' }),
    projection: z
      .object({ kind: z.string(), name: z.string(), hash: z.string() })
      .meta({ description: 'The rule that folds the events; its hash changes with it.' }),
    segments: z.array(segmentSchema),
  })
  .meta({ description: 'What the history is made of, ascending.' });
