/** The addresses that ask the whole store: its events and entities by a query, and two of its moments. */
import { type ApiRoute, json } from './api-route.ts';
import {
  actorQuery,
  compareQuery,
  exportComparedQuery,
  exportFoundQuery,
  findEntitiesQuery,
  findQuery,
  followQuery,
  namesQuery,
  summaryQuery,
} from './find-query.ts';

/** What a page of a search as of a moment may be refused for. */
const OF_A_PAGE = [
  'CS-110',
  'CS-111',
  'CS-112',
  'CS-114',
  'CS-116',
  'CS-121',
  'CS-124',
  'CS-150',
  'CS-151',
  'CS-152',
] as const;

export const SEARCH_ROUTES: readonly ApiRoute[] = [
  {
    path: '/entities/find',
    operation: 'findEntities',
    summary: 'The entities that a query finds as they were at a moment, with values of their fields then.',
    about:
      'State is looked up in the change log; nothing is folded. On the occurred axis the histories of entities with late events are asked, and a page may have fewer rows than its limit and a `next` all the same.',
    query: findEntitiesQuery.shape,
    answers: [json('FoundEntities')],
    refusals: {
      400: [...OF_A_PAGE],
      409: ['CS-322'],
    },
  },
  {
    path: '/events',
    operation: 'findEvents',
    summary: 'The events of a namespace that a query finds, page by page.',
    about:
      'The language of `q` has a guide of its own. Pages are cut by key: any page costs what the first one costs. What would take long is not begun, unless it is waited for; what takes too long is given up; both say so.',
    query: findQuery.shape,
    answers: [json('FoundPage')],
    refusals: {
      400: [...OF_A_PAGE],
      409: ['CS-322', 'CS-324'],
    },
  },
  {
    path: '/events/summary',
    operation: 'summariseEvents',
    summary: 'How many events a query finds, when they were, and what they have in common.',
    query: summaryQuery.shape,
    answers: [json('FoundSummary')],
    refusals: {
      400: ['CS-110', 'CS-111', 'CS-112', 'CS-114', 'CS-121', 'CS-124', 'CS-150', 'CS-151', 'CS-152'],
      409: ['CS-322', 'CS-324'],
    },
  },
  {
    path: '/events/export',
    operation: 'exportSearch',
    summary: 'All events that a query finds, as a file.',
    about:
      'Nothing is capped. Every file says what it is about and ends with how many rows it has and that it is complete; Parquet says both in its footer.',
    query: exportFoundQuery.shape,
    answers: [
      { type: 'application/x-ndjson' },
      { type: 'text/csv' },
      { type: 'application/vnd.apache.parquet' },
    ],
    refusals: {
      400: ['CS-110', 'CS-111', 'CS-112', 'CS-114', 'CS-121', 'CS-124', 'CS-150', 'CS-151', 'CS-152'],
      409: ['CS-322'],
    },
  },
  {
    path: '/events/live',
    operation: 'followSearch',
    summary: 'The events that a query finds, as they come: server-sent events.',
    about:
      'The id of a block is a position of the log. A client that is cut off says in `Last-Event-ID` which was its last, and sees every event exactly once. Blocks without data say how far the log was looked at. With `newest`, events that are only counted come as blocks `passed` with `{"size":…}`, a hundred at most in each, whose id is the position of the last of them.',
    query: followQuery.shape,
    answers: [{ type: 'text/event-stream' }],
    refusals: { 400: ['CS-111', 'CS-114', 'CS-121', 'CS-124', 'CS-150', 'CS-151', 'CS-152', 'CS-511'] },
  },
  {
    path: '/compare',
    operation: 'compareMoments',
    summary: 'Which entities appeared, vanished and changed between two moments, and what of them.',
    query: compareQuery.shape,
    answers: [json('Comparison')],
    refusals: { 400: ['CS-110', 'CS-111', 'CS-112', 'CS-114', 'CS-116'], 409: ['CS-322'] },
  },
  {
    path: '/compare/export',
    operation: 'exportComparison',
    summary: 'All entities that differ between two moments, as a file.',
    about:
      'Nothing is capped. Every file says what it is about and ends with how many rows it has and that it is complete.',
    query: exportComparedQuery.shape,
    answers: [{ type: 'application/x-ndjson' }, { type: 'text/csv' }],
    refusals: { 400: ['CS-110', 'CS-111', 'CS-112', 'CS-114'], 409: ['CS-322'] },
  },
  {
    path: '/actors/{actor}',
    operation: 'getActor',
    summary: 'All that one actor did: how much, when, to which entities and to which of their fields.',
    about:
      'How many events there are is said of all; the rest of the newest 50,000, and fields of what the newest 10,000 changed. The answer says of how many.',
    query: actorQuery.shape,
    answers: [json('Actor')],
    refusals: { 400: ['CS-110', 'CS-111', 'CS-112', 'CS-114', 'CS-121', 'CS-124'], 409: ['CS-322'] },
  },
  {
    path: '/names',
    operation: 'listNames',
    summary: 'Names and values in the store that begin with a text, to complete a query with.',
    about:
      'Values are those of the newest changes of the field, or of the newest payloads that may have it: a bounded number of them, and no values with more than 200 characters.',
    query: namesQuery.shape,
    answers: [json('Names')],
    refusals: { 400: ['CS-114', 'CS-150'], 409: ['CS-322'] },
  },
];
