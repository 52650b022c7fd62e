/** What may be asked of sequences of events. */
import { z } from 'zod';
import { SEQUENCE_FORMATS } from '../export/formats.ts';
import { findQuery } from './find-query.ts';
import { wholeNumber } from './query-parts.ts';

export const SEQUENCES_LIMIT = 200;

const asked = findQuery.pick({ ns: true, zone: true, as_of: true, axis: true }).extend({
  q: z.string({ error: 'q is a sequence, such as OrderPlaced -> OrderShipped within 2d.' }).meta({
    description: 'A sequence of steps (see the guide of sequences).',
    examples: ['OrderPlaced -> OrderShipped'],
  }),
  reached: wholeNumber(
    100,
    (written) => `reached is the number of a step of the funnel, from 1, not "${written}".`,
  )
    .optional()
    .meta({
      description:
        'Only the starts that ended after so many steps of the funnel (`stages`). Default: those that went through all of them.',
      examples: [1],
    }),
});

export const sequencesQuery = asked.extend({
  after: findQuery.shape.after,
  limit: wholeNumber(
    SEQUENCES_LIMIT,
    (written) => `limit is a whole number from 1 to ${SEQUENCES_LIMIT}, not "${written}".`,
  )
    .default(50)
    .meta({ description: 'The most rows of a page.', examples: [50] }),
});

export const exportSequencesQuery = asked.extend({
  format: z
    .enum(SEQUENCE_FORMATS, {
      error: ({ input }) => `format is ${SEQUENCE_FORMATS.join(' or ')}, not "${input}".`,
    })
    .default('ndjson')
    .meta({ description: 'How the file is written.', examples: ['csv'] }),
});
