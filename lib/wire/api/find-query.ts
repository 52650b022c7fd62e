/** What may be asked of the events of a whole namespace. */
import { z } from 'zod';
import { BECAME } from '../compare-view.ts';
import { COMPARED_FORMATS, FOUND_FORMATS } from '../export/formats.ts';
import { entitiesQuery, namespaceQuery } from './queries.ts';
import { refusedAs, wholeNumber } from './query-parts.ts';

export const FOUND_LIMIT = 1_000;
export const SUMMARY_LIMIT = 20_000;

const inQuery = namespaceQuery.extend({
  q: z
    .string()
    .default('')
    .meta({
      description: 'A query (see the guide of the query language). Empty: every event.',
      examples: ['actor:tove.lind path:/permissions'],
    }),
  zone: z
    .string()
    .default('UTC')
    .meta({
      description: 'The zone in which times without one are meant: an IANA name or an offset.',
      examples: ['Europe/Stockholm'],
    }),
});

const asOf = z
  .string()
  .default('latest')
  .meta({
    description:
      'Only events up to this moment: an instant with its zone (2026-03-03T14:02:11Z), a position of the log (@81204) or latest.',
    examples: ['2026-03-14T12:00:00Z'],
  });

const axis = z
  .enum(['recorded', 'occurred'], {
    error: ({ input }) => `axis is "recorded" or "occurred", not "${input}".`,
  })
  .default('recorded');

const wait = z
  .enum(['long'], { error: ({ input }) => `wait is "long" or left out, not "${input}".` })
  .optional()
  .meta({
    description:
      'Without it, what would look through a large part of the log is not begun (CS-324); with it, up to a minute is waited.',
    examples: ['long'],
  });

const upToQuery = inQuery.extend({
  as_of: asOf,
  axis: axis.meta({
    description: 'The clock that the instant of as_of is meant on.',
    examples: ['occurred'],
  }),
});

export const findQuery = upToQuery.extend({
  sort: z
    .enum(['recorded', 'occurred', 'position'], {
      error: ({ input }) => `sort is "recorded", "occurred" or "position", not "${input}".`,
    })
    .default('recorded')
    .meta({
      description: 'The order: when they were recorded, when they happened, or their places in the log.',
      examples: ['occurred'],
    }),
  dir: z
    .enum(['desc', 'asc'], { error: ({ input }) => `dir is "desc" or "asc", not "${input}".` })
    .default('desc')
    .meta({ description: 'Newest or oldest first.', examples: ['asc'] }),
  after: z
    .string()
    .optional()
    .meta({ description: '`next` of the page before, as it was given.', examples: ['1773500000000000.812'] }),
  wait,
  limit: wholeNumber(
    FOUND_LIMIT,
    (written) => `limit is a whole number from 1 to ${FOUND_LIMIT}, not "${written}".`,
  )
    .default(100)
    .meta({ description: 'The most rows of a page.', examples: [100] }),
});

export const summaryQuery = inQuery.extend({
  as_of: asOf,
  axis: axis.meta({
    description: 'The clock by which they are counted, and that the instant of as_of is meant on.',
    examples: ['occurred'],
  }),
  wait,
  most: wholeNumber(
    SUMMARY_LIMIT,
    (written) => `most is a whole number from 1 to ${SUMMARY_LIMIT}, not "${written}".`,
  )
    .optional()
    .meta({
      description:
        'Where it is not known of all found events, so many of the newest are counted. Few of them are counted at once.',
      examples: [1_000],
    }),
});

export const actorQuery = summaryQuery.pick({ ns: true, as_of: true, axis: true }).extend({
  zone: inQuery.shape.zone.meta({
    description: 'On whose clock hours and weekdays are: an IANA name or an offset.',
    examples: ['Europe/Stockholm'],
  }),
});

const NAME_KINDS = [
  'entityType',
  'type',
  'actor',
  'source',
  'correlation',
  'causation',
  'path',
  'payloadPath',
  'value',
  'payloadValue',
] as const;

export const namesQuery = namespaceQuery.extend({
  of: z
    .enum(NAME_KINDS, {
      error: ({ input }) =>
        `of is ${NAME_KINDS.slice(0, -1)
          .map((kind) => `"${kind}"`)
          .join(', ')} or "${NAME_KINDS.at(-1)}", not "${input}".`,
    })
    .meta({
      description:
        'What kind of name: of conversations (correlation) and causes (causation) the newest come first; a path is one of states, payloadPath one of payloads as a query writes it, and either kind of value is one of the field that `path` names.',
      examples: ['actor'],
    }),
  path: z
    .string()
    .default('')
    .meta({ description: 'With a kind of value: the field, as a query writes it.', examples: ['/status'] }),
  text: z
    .string()
    .default('')
    .meta({
      description: 'What the names begin with, or hold: those that begin so come first.',
      examples: ['tove'],
    }),
});

/** What `Last-Event-ID` says as well, and then rather. */
export const followQuery = inQuery.extend({
  after: wholeNumber(
    Number.MAX_SAFE_INTEGER,
    () => 'Last-Event-ID and after are positions: whole numbers from 0.',
    0,
  )
    .optional()
    .meta({
      description: 'The position to go on after. Default: the newest, so that only new events come.',
      examples: [40],
    })
    .register(refusedAs, { code: 'CS-511' }),
  newest: wholeNumber(
    FOUND_LIMIT,
    (written) => `newest is a whole number from 1 to ${FOUND_LIMIT}, not "${written}".`,
  )
    .optional()
    .meta({
      description:
        'Of what comes at once, so many of the newest are told as they are; in front of them blocks `passed` say of up to a hundred others each how many they are, and their id is the position of the last of them. Default: all are told as they are.',
      examples: [64],
    }),
});

export const findEntitiesQuery = inQuery.extend({
  ...entitiesQuery.pick({ as_of: true, axis: true, removed: true, after: true, limit: true }).shape,
  q: z
    .string()
    .default('')
    .meta({
      description:
        'A query about entities as they were then (see the guide of the query language). Empty: all.',
      examples: ['entity-type:staff state:/permissions/refundLimit>100'],
    }),
  column: z
    .array(z.string())
    .max(20, { error: 'column may be given 20 times.' })
    .default([])
    .meta({
      description:
        'Fields whose values at the moment are wanted: JSON Pointers, paths by key, or names with points between them.',
      examples: [['/permissions/refundLimit']],
    }),
});

export const exportFoundQuery = findQuery
  .pick({ ns: true, q: true, zone: true, as_of: true, axis: true, sort: true, dir: true })
  .extend({
    format: z
      .enum(FOUND_FORMATS, { error: ({ input }) => `format is ${FOUND_FORMATS.join(', ')}, not "${input}".` })
      .default('ndjson')
      .meta({ description: 'How the file is written.', examples: ['csv'] }),
  });

export const compareQuery = namespaceQuery.extend({
  from: z.string({ error: 'from is a moment: an instant, a position or latest.' }).meta({
    description:
      'The moment to compare from: an instant with its zone, a position of the log (@81204) or latest.',
    examples: ['2026-03-01T00:00:00Z'],
  }),
  to: z
    .string()
    .default('latest')
    .meta({
      description: 'The moment to compare to. Either of the two may be the earlier one.',
      examples: ['2026-04-01T00:00:00Z'],
    }),
  became: z
    .enum(BECAME, { error: ({ input }) => `became is ${BECAME.join(', ')}, not "${input}".` })
    .optional()
    .meta({ description: 'Only entities of which this became are listed.', examples: ['changed'] }),
  type: z
    .string()
    .optional()
    .meta({ description: 'Only entities of this type are listed.', examples: ['staff'] }),
  ...entitiesQuery.pick({ after: true, limit: true }).shape,
});

export const exportComparedQuery = compareQuery.pick({ ns: true, from: true, to: true }).extend({
  format: z
    .enum(COMPARED_FORMATS, {
      error: ({ input }) => `format is ${COMPARED_FORMATS.join(' or ')}, not "${input}".`,
    })
    .default('ndjson')
    .meta({ description: 'How the file is written.', examples: ['csv'] }),
});
