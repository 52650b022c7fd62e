/** The addresses of the overview of a namespace. */
import { type ApiRoute, json } from './api-route.ts';
import { overviewQuery } from './overview-query.ts';
import { noQuery } from './queries.ts';

export const OVERVIEW_ROUTES: readonly ApiRoute[] = [
  {
    path: '/overview',
    operation: 'getOverview',
    summary: 'What went on in a namespace in a range of times, and what is in it.',
    about:
      'Every count has the query as `q` whose events it counts: ask it by the same axis and as of the same moment. What is counted of the newest events alone says which ones.',
    query: overviewQuery.shape,
    answers: [json('Overview')],
    refusals: { 400: ['CS-110', 'CS-112', 'CS-114', 'CS-121', 'CS-124'], 409: ['CS-322'] },
  },
  {
    path: '/overview/live',
    operation: 'followOverview',
    summary: 'When it is worth asking for an overview again: server-sent events.',
    about:
      'Each says as `reached` up to which positions searches and the change log are there. They come once a second at most, and only where one of both has moved.',
    query: noQuery.shape,
    answers: [{ type: 'text/event-stream' }],
    refusals: { 400: ['CS-114'] },
  },
];
