/** The addresses that look for sequences of events. */
import { type ApiRoute, json } from './api-route.ts';
import { exportSequencesQuery, sequencesQuery } from './sequence-query.ts';

const UNREADABLE = [
  'CS-110',
  'CS-111',
  'CS-112',
  'CS-114',
  'CS-121',
  'CS-124',
  'CS-150',
  'CS-151',
  'CS-152',
  'CS-153',
  'CS-154',
];

export const SEQUENCE_ROUTES: readonly ApiRoute[] = [
  {
    path: '/sequences',
    operation: 'findSequences',
    summary: 'Where a sequence of events is found, how far the others got, and how long it took.',
    about:
      'Every event that matches the first step is looked at for itself, so matches may overlap: `starts` counts them, `partitions` the entities, actors or conversations that they are of. The funnel is of the whole log up to `as_of`, whatever page of matches is asked for. What takes too long is given up and says so.',
    query: sequencesQuery.shape,
    answers: [json('Sequences')],
    refusals: { 400: [...UNREADABLE, 'CS-116'], 409: ['CS-322'] },
  },
  {
    path: '/sequences/export',
    operation: 'exportSequences',
    summary: 'All matches of a sequence, as a file.',
    about:
      'Nothing is capped. Every file says what it is about and ends with how many rows it has and that it is complete.',
    query: exportSequencesQuery.shape,
    answers: [{ type: 'application/x-ndjson' }, { type: 'text/csv' }],
    refusals: { 400: UNREADABLE, 409: ['CS-322'] },
  },
];
