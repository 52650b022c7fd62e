/** The addresses that ask the catalogue of event types. */
import { type ApiRoute, json } from './api-route.ts';
import { examplesQuery, modelQuery, typeQuery, typesQuery } from './catalogue-query.ts';

export const CATALOGUE_ROUTES: readonly ApiRoute[] = [
  {
    path: '/types',
    operation: 'listEventTypes',
    summary: 'The types of events of a namespace: how many, since when, in which schema versions.',
    query: typesQuery.shape,
    answers: [json('EventTypes')],
    refusals: { 400: ['CS-110', 'CS-112', 'CS-114'], 409: ['CS-322'] },
  },
  {
    path: '/types/{eventType}',
    operation: 'getEventType',
    summary: 'One type of event: what its payloads look like by observation, and when that changed.',
    about:
      'Payloads are looked at as they were stored, before any upcaster. An object with more than 100 different names is taken for a map, and at most 1,000 places are kept of a shape. As of an instant they are read again in part, which takes longer.',
    query: typeQuery.shape,
    answers: [json('EventType')],
    refusals: { 400: ['CS-110', 'CS-112', 'CS-114'], 404: ['CS-540'], 409: ['CS-322'] },
  },
  {
    path: '/model',
    operation: 'getEventModel',
    summary: 'Which event follows which in the streams of an entity type, how often and after how long.',
    about:
      'Order is that of versions; time is that of the occurred axis. Median and 95th percentile are read from a histogram and right to about a tenth.',
    query: modelQuery.shape,
    answers: [json('EventModel')],
    refusals: { 400: ['CS-110', 'CS-112', 'CS-114'], 409: ['CS-322'] },
  },
  {
    path: '/model/examples',
    operation: 'listSteps',
    summary: 'Where one event came right after another, page by page.',
    query: examplesQuery.shape,
    answers: [json('FollowExamples')],
    refusals: { 400: ['CS-110', 'CS-112', 'CS-114', 'CS-116'], 409: ['CS-322'] },
  },
];
