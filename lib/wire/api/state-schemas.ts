/** Answers about the states of one entity and what lies between them. */
import { z } from 'zod';
import { axis, leafPath, mentionSchema, notThenSchema, pointer, value, version } from './parts.ts';

const exists = z.literal(true);
const moment = z.int().min(0).meta({ description: 'A version; 0 is before the first event.' });

export const stateSchema = z
  .union([z.object({ exists, version, state: value }), notThenSchema])
  .meta({ description: 'The state after the event `version`, keys in UTF-16 code-unit order.' });

export const diffSchema = z
  .object({
    from: moment,
    to: moment,
    axis,
    changes: z.array(
      z.object({
        path: leafPath,
        before: value.optional().meta({ description: 'Left out where the path was absent.' }),
        after: value.optional().meta({ description: 'Left out where the path is absent.' }),
        event: mentionSchema.meta({
          description:
            'The event that last set the path up to the later moment. Where `from` is the later one, it is not the event that made `before` into `after`, but the other way round.',
        }),
      }),
    ),
  })
  .meta({ description: 'Every leaf that differs, ascending by path.' });

export const jsonPatchSchema = z
  .array(
    z.union([
      z.object({ op: z.enum(['add', 'replace']), path: pointer, value }),
      z.object({ op: z.literal('remove'), path: pointer }),
      z.object({ op: z.literal('move'), from: pointer, path: pointer }),
    ]),
  )
  .meta({
    description:
      'A JSON Patch (RFC 6902) from the state at `from` to the state at `to`; an absent one stands as null.',
  });

export const blameSchema = z
  .union([
    z.object({
      exists,
      version,
      axis,
      blame: z.array(z.object({ path: leafPath, value, event: mentionSchema })),
    }),
    notThenSchema,
  ])
  .meta({ description: 'Every leaf of the state with the event that last set it, ascending by path.' });

export const fieldSchema = z
  .object({
    path: leafPath.meta({
      description:
        'A JSON Pointer (RFC 6901), as asked. Where the configuration declares a key, an element of an array is named by it: `/lines/~=A-100`.',
    }),
    axis,
    values: z.array(
      z.object({
        value: value.optional().meta({ description: 'Left out where the event removed the path.' }),
        event: mentionSchema,
      }),
    ),
    next: version.nullable().meta({
      description: 'More values follow: ask again with this as `after`. null: these are the last.',
    }),
  })
  .meta({
    description:
      'The values that one path took, ascending on the axis; an object or an array is given whole, with the events that changed anything in it.',
  });

export const firstWhereSchema = z
  .object({
    found: z.boolean(),
    axis,
    event: mentionSchema
      .optional()
      .meta({ description: 'Left out where the conditions never hold together.' }),
  })
  .meta({ description: 'The first event after which the conditions hold together.' });
