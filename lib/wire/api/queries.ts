/**
 * What may be asked in the query of an address. The same schemas read it and describe it.
 *
 * Moments, conditions and pointers stay texts here: what reads them says more exactly what is wrong with them.
 */
import { z } from 'zod';
import { heldText, momentText, refusedAs, wholeNumber } from './query-parts.ts';

const namespace = z
  .string()
  .default('main')
  .meta({ description: 'The namespace, a world of entities of its own.', examples: ['demo'] });

const axis = z.enum(['recorded', 'occurred'], {
  error: ({ input }) => `axis is "recorded" or "occurred", not "${input}".`,
});

const upTo = wholeNumber(
  Number.MAX_SAFE_INTEGER,
  (written) => `upto is a version, a whole number from 1, not "${written}".`,
);

/** Every question about one entity. */
export const entityQuery = z.object({
  ns: namespace,
  axis: axis.optional().meta({
    description:
      'As it was known (recorded) or as it happened (occurred). Default: the own one of the stream.',
    examples: ['occurred'],
  }),
  upto: upTo.optional().meta({
    description:
      'On the occurred axis, and only there: the newest version to take into account. Default: the newest.',
    examples: [40],
  }),
});

/** Of a question that says nothing beside its entity. */
export const noQuery = z.object({});

export const namespaceQuery = entityQuery.pick({ ns: true });

export const ENTITIES_LIMIT = 1_000;

export const entitiesQuery = z.object({
  ns: namespace,
  type: z
    .string()
    .optional()
    .meta({
      description:
        'Only entities of this type. Notes of readers are listed only where their type, $notes, is asked for.',
      examples: ['staff'],
    }),
  id: z
    .string()
    .optional()
    .meta({
      description: 'Only ids that contain this text, ASCII letters in either case.',
      examples: ['lind'],
    }),
  id_starts: z
    .string()
    .optional()
    .meta({
      description:
        'Only ids that begin with this text, in this spelling. Fast however many entities there are.',
      examples: ['tove.'],
    }),
  name: z
    .string()
    .optional()
    .meta({
      description:
        'Only those whose type and id, written as `type/id`, contain each of these words, ASCII letters in either case.',
      examples: ['staff/tove'],
    }),
  as_of: z
    .string()
    .default('latest')
    .meta({
      description:
        'Which entities there were then: an instant with its zone (2026-03-03T14:02:11Z), a position of the log (@81204) or latest.',
      examples: ['2026-03-14T12:00:00Z'],
    }),
  axis: axis.default('recorded').meta({
    description: 'As it was known (recorded) or as it happened (occurred).',
    examples: ['recorded'],
  }),
  removed: z
    .stringbool({
      truthy: ['true'],
      falsy: ['false'],
      case: 'sensitive',
      error: ({ input }) => `removed is "true" or "false", not "${input}".`,
    })
    .default(false)
    .meta({ description: 'Also those that were removed by then.', examples: [true] }),
  after: z
    .string()
    .optional()
    .meta({
      description: '`next` of the page before, as it was given.',
      examples: ['WyJzdGFmZiIsImpvbmFzLmJlcmciXQ'],
    }),
  limit: wholeNumber(
    ENTITIES_LIMIT,
    (written) => `limit is a whole number from 1 to ${ENTITIES_LIMIT}, not "${written}".`,
  )
    .default(100)
    .meta({ description: 'The most rows of a page.', examples: [100] }),
});

export const momentQuery = z.object({ at: momentText('The moment', 'latest', ['2026-03-14T12:00:00Z']) });

export const diffQuery = z.object({
  from: momentText('The moment to compare from', '0', ['30']),
  to: momentText('The moment to compare to', 'latest', ['31']),
  format: z
    .enum(['changes', 'json-patch'], {
      error: ({ input }) => `format is "changes" or "json-patch", not "${input}".`,
    })
    .default('changes')
    .meta({
      description: 'Changes with the events that made them, or a JSON Patch.',
      examples: ['json-patch'],
    }),
});

const eventVersion = wholeNumber(
  Number.MAX_SAFE_INTEGER,
  () => 'from and to are versions: whole numbers from 1.',
);

export const eventsQuery = z.object({
  from: eventVersion
    .default(1)
    .meta({ description: 'The first version.', examples: [30] })
    .register(refusedAs, { code: 'CS-511' }),
  to: eventVersion
    .optional()
    .meta({ description: 'The last version, included. Default: as far as a page goes.', examples: [31] })
    .register(refusedAs, { code: 'CS-511' }),
});

export const relatedQuery = z.object({
  version: eventVersion
    .meta({ description: 'The event: its version.', examples: [31] })
    .register(refusedAs, { code: 'CS-511' }),
  limit: wholeNumber(500, (written) => `limit is a whole number from 1 to 500, not "${written}".`)
    .default(20)
    .meta({
      description: 'The most events of a list. How many there are is said beside it.',
      examples: [100],
    }),
});

export const eventIdQuery = namespaceQuery.extend({
  id: z
    .string({ error: 'id is the id of an event.' })
    .min(1, { error: 'id is the id of an event, and not empty.' })
    .meta({ description: 'The id that the source gave the event.', examples: ['evt_01HV7Q'] }),
});

export const searchQuery = z.object({
  text: heldText.meta({
    description:
      'What payload, type or metadata has to hold, as the source wrote it; ASCII letters in either case.',
    examples: ['late delivery'],
  }),
  after: wholeNumber(Number.MAX_SAFE_INTEGER, () => 'after is a version: a whole number from 0.', 0)
    .default(0)
    .meta({ description: '`through` of the answer before, to go on.', examples: [20000] })
    .register(refusedAs, { code: 'CS-511' }),
});

/** What `Last-Event-ID` says as well, and then rather. */
export const liveQuery = z.object({
  after: wholeNumber(
    Number.MAX_SAFE_INTEGER,
    () => 'Last-Event-ID and after are versions: whole numbers from 0.',
    0,
  )
    .optional()
    .meta({
      description: 'The version to go on after. Default: the newest, so that only new events come.',
      examples: [40],
    })
    .register(refusedAs, { code: 'CS-511' }),
});

export const fieldQuery = z.object({
  path: z
    .string()
    .default('')
    .meta({
      description: 'The field: a JSON Pointer (RFC 6901), or a path by key such as /lines/~=A-100/quantity.',
      examples: ['/permissions/refundLimit'],
    }),
  after: wholeNumber(Number.MAX_SAFE_INTEGER, () => 'after is a version: a whole number from 0.', 0)
    .default(0)
    .meta({ description: '`next` of the answer before, to go on.', examples: [30] })
    .register(refusedAs, { code: 'CS-511' }),
});

/** The lists of all conditions; which of them belong together says conditionsIn. */
export const firstWhereQuery = z.object({
  path: z.array(z.string()).meta({
    description: 'The field of each condition, a JSON Pointer or a path by key.',
    examples: [['/permissions/refundLimit']],
  }),
  op: z.array(z.string()).meta({
    description: 'How each is compared: eq, ne, lt, gt (or =, !=, <, >), exists or was.',
    examples: [['gt']],
  }),
  value: z
    .array(z.string())
    .default([])
    .meta({
      description: 'What each is compared with: JSON, or else a text as it is. Left out for `exists`.',
      examples: [['1000']],
    }),
  from: momentText('The moment to look from', '0', ['30']),
});
