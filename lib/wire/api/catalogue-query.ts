/** What may be asked of the catalogue of event types. */
import { z } from 'zod';
import { findQuery, summaryQuery } from './find-query.ts';
import { wholeNumber } from './query-parts.ts';

export const TYPES_LIMIT = 2_000;

const asOf = z
  .string()
  .default('latest')
  .meta({
    description:
      'The catalogue of the events that had come by then: an instant with its zone (2026-03-03T14:02:11Z) or latest.',
    examples: ['2026-03-14T12:00:00Z'],
  });

/** A moment of the catalogue. */
const momentQuery = summaryQuery.pick({ ns: true, axis: true }).extend({
  as_of: asOf,
  axis: summaryQuery.shape.axis.meta({
    description: 'The clock that the instant of as_of is meant on.',
    examples: ['occurred'],
  }),
});

export const typesQuery = summaryQuery.pick({ ns: true, axis: true }).extend({
  as_of: asOf,
  limit: wholeNumber(
    TYPES_LIMIT,
    (written) => `limit is a whole number from 1 to ${TYPES_LIMIT}, not "${written}".`,
  )
    .default(TYPES_LIMIT)
    .meta({ description: 'The most types, of those with most events.', examples: [100] }),
});

export const typeQuery = momentQuery.extend({
  schema: wholeNumber(
    2_147_483_647,
    (written) => `schema is a schema version, a whole number from 1, not "${written}".`,
  )
    .optional()
    .meta({ description: 'The schema version whose shape is wanted. Default: the newest.', examples: [1] }),
});

const entityType = z
  .string({ error: 'entityType is the type of the entities whose streams are meant.' })
  .meta({ description: 'The type of the entities whose streams are meant.', examples: ['order'] });

export const modelQuery = momentQuery.extend({ entityType });

export const examplesQuery = modelQuery.extend({
  before: z
    .string()
    .optional()
    .meta({ description: 'The earlier event. Left out: streams that begin.', examples: ['OrderPlaced'] }),
  behind: z
    .string()
    .optional()
    .meta({ description: 'The later event. Left out: streams that end.', examples: ['OrderPaid'] }),
  ...findQuery.pick({ limit: true }).shape,
  after: findQuery.shape.after.meta({
    description: '`next` of the page before, as it was given.',
    examples: ['4102444800000000.999999'],
  }),
});
