/** What may be asked of the overview of a namespace. */
import { z } from 'zod';
import { QUICK_RANGES } from '../overview-view.ts';
import { summaryQuery } from './find-query.ts';

const HOW =
  'an instant (2026-03-01T10:00:00Z), or a day, month or year on the clock of the zone (2026-03-01), or how long ago (90d)';

export const overviewQuery = summaryQuery.pick({ ns: true, zone: true, axis: true }).extend({
  as_of: z
    .string()
    .default('latest')
    .meta({
      description:
        'Only events up to this instant on the axis, and ranges such as 30d end there: an instant with its zone, or latest.',
      examples: ['2026-03-14T12:00:00Z'],
    }),
  from: z
    .string()
    .default('')
    .meta({
      description: `Where the range begins: ${HOW}. ${QUICK_RANGES.join(', ')} begin with a whole hour, the longer ones with a day of the zone. Empty: with the first event.`,
      examples: ['30d'],
    }),
  to: z
    .string()
    .default('')
    .meta({
      description: `Where it ends: ${HOW}. A day, month or year is a part of it; an instant is not. Empty: with the last event.`,
      examples: ['2026-04-01'],
    }),
});
