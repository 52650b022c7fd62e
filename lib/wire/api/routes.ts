/** The table of all addresses below /api/v1: what each is asked and what it answers. The document is written from it. */
import { type ApiRoute, json } from './api-route.ts';
import { CATALOGUE_ROUTES } from './catalogue-routes.ts';
import { exportQuery } from './export-query.ts';
import { OVERVIEW_ROUTES } from './overview-routes.ts';
import {
  diffQuery,
  entitiesQuery,
  entityQuery,
  eventIdQuery,
  eventsQuery,
  fieldQuery,
  firstWhereQuery,
  liveQuery,
  momentQuery,
  namespaceQuery,
  relatedQuery,
  searchQuery,
} from './queries.ts';
import { SEARCH_ROUTES } from './search-routes.ts';
import { SEQUENCE_ROUTES } from './sequence-routes.ts';

const BEYOND_HEAD = ['CS-111', 'CS-114'];
const MOMENT = ['CS-110', ...BEYOND_HEAD];
const NO_ENTITY = ['CS-510'];
const ENTITY = '/entities/{type}/{id}';

export const API_ROUTES: readonly ApiRoute[] = [
  {
    path: '/entities',
    operation: 'listEntities',
    summary: 'Which entities there are, now or as of a moment, page by page.',
    about:
      'Pages are cut by key, so that what comes in between two of them moves no row. Ask as of a position or an instant for pages that all speak of one moment.',
    query: entitiesQuery.shape,
    answers: [json('Entities')],
    refusals: { 400: ['CS-110', 'CS-111', 'CS-112', 'CS-114', 'CS-116'] },
  },
  {
    path: '/events/by-id',
    operation: 'findEvent',
    summary: 'Where the event with an id is.',
    query: eventIdQuery.shape,
    answers: [json('FoundEvents')],
    refusals: { 400: ['CS-114'] },
  },
  ...SEARCH_ROUTES,
  ...CATALOGUE_ROUTES,
  ...OVERVIEW_ROUTES,
  ...SEQUENCE_ROUTES,
  {
    path: ENTITY,
    operation: 'getEntity',
    summary: 'What there is about one entity, and where.',
    query: namespaceQuery.shape,
    answers: [json('Entity')],
    refusals: { 404: NO_ENTITY },
  },
  {
    path: `${ENTITY}/state`,
    operation: 'getState',
    summary: 'The exact state at a moment.',
    query: { ...entityQuery.shape, ...momentQuery.shape },
    answers: [json('State')],
    refusals: { 400: MOMENT, 404: NO_ENTITY },
  },
  {
    path: `${ENTITY}/diff`,
    operation: 'getDiff',
    summary: 'What changed between two moments, and which event changed it.',
    query: { ...entityQuery.shape, ...diffQuery.shape },
    answers: [json('Diff'), { type: 'application/json-patch+json', schema: 'JsonPatch' }],
    refusals: { 400: MOMENT, 404: NO_ENTITY },
  },
  {
    path: `${ENTITY}/blame`,
    operation: 'getBlame',
    summary: 'Every path of the state at a moment with the event that last set it.',
    query: { ...entityQuery.shape, ...momentQuery.shape },
    answers: [json('Blame')],
    refusals: { 400: MOMENT, 404: NO_ENTITY },
  },
  {
    path: `${ENTITY}/fields`,
    operation: 'getField',
    summary: 'Every value that one path took, and the event that gave it.',
    about:
      'Where an object or an array stands there, each value is the whole of it, given by an event that changed anything in it. An answer goes through 10,000 changes and a few million characters of values at most and says where it ended: ask again with `next` as `after` until it is null.',
    query: { ...entityQuery.shape, ...fieldQuery.shape },
    answers: [json('Field')],
    refusals: { 400: ['CS-106', ...BEYOND_HEAD, 'CS-511'], 404: NO_ENTITY },
  },
  {
    path: `${ENTITY}/first-where`,
    operation: 'getFirstWhere',
    summary: 'The first event after which conditions hold together.',
    about:
      'A condition is `path`, `op` and, except for `exists`, `value`. Each `path` begins another; they have to hold together. All paths, then all comparisons, then all values is understood too.',
    query: { ...entityQuery.shape, ...firstWhereQuery.shape },
    answers: [json('FirstWhere')],
    refusals: { 400: ['CS-106', ...MOMENT, 'CS-115'], 404: NO_ENTITY },
  },
  {
    path: `${ENTITY}/events`,
    operation: 'listEvents',
    summary: 'Events with their exact payloads, by version, at most 500 at once.',
    about:
      'Where upcasters read an event, `upcast` is what they made of its payload, `schemaVersion` the version that it was written in and `upcastVersion` the one that it was brought to. Where one failed, `upcastProblem` is what it said.',
    query: { ...namespaceQuery.shape, ...eventsQuery.shape },
    answers: [json('Events')],
    refusals: { 400: ['CS-511'], 404: NO_ENTITY },
  },
  {
    path: `${ENTITY}/related`,
    operation: 'getRelated',
    summary: 'What caused an event, what it caused, and the conversation it is part of.',
    about:
      'Events of all entities of the namespace. Up to 1,000 of each list are counted; that there are more is said.',
    query: { ...namespaceQuery.shape, ...relatedQuery.shape },
    answers: [json('RelatedEvents')],
    refusals: { 400: ['CS-111', 'CS-114', 'CS-511'], 404: NO_ENTITY },
  },
  {
    path: `${ENTITY}/search`,
    operation: 'searchEvents',
    summary: 'Which events hold a text in payload, type or metadata.',
    about:
      'The events of the stream are looked through one after the other. An answer comes after a second at the latest and says how far it came: ask again with `through` as `after` while it is below `head`.',
    query: { ...namespaceQuery.shape, ...searchQuery.shape },
    answers: [json('TextMatches')],
    refusals: { 400: ['CS-114', 'CS-511'], 404: NO_ENTITY },
  },
  {
    path: `${ENTITY}/export`,
    operation: 'exportEntity',
    summary: 'A moment, a diff, events or their changes as a file.',
    about:
      'The file says what it is about and ends with the number of its rows and that it is complete; a JSON Patch has no place for that, the header Chronoscope-Export has it for all of them. However long, it is streamed; where that fails in the middle, the connection is broken off.',
    query: { ...entityQuery.shape, ...exportQuery.shape },
    answers: [
      { type: 'application/json', schema: null },
      { type: 'application/json-patch+json', schema: 'JsonPatch' },
      { type: 'application/x-ndjson' },
      { type: 'text/csv' },
      { type: 'text/markdown' },
    ],
    refusals: { 400: ['CS-106', ...MOMENT], 404: NO_ENTITY },
  },
  {
    path: `${ENTITY}/live`,
    operation: 'followEvents',
    summary: 'New events as they are appended, as server-sent events.',
    about:
      'The id of each is its version and its data one event, as in `Events`. A client that comes back with `Last-Event-ID` misses none and gets none twice.',
    query: { ...namespaceQuery.shape, ...liveQuery.shape },
    answers: [{ type: 'text/event-stream' }],
    refusals: { 400: ['CS-111', 'CS-511'], 404: NO_ENTITY },
  },
  {
    path: `${ENTITY}/notes`,
    operation: 'listNotes',
    summary: 'What readers have said about an entity: bookmarks and notes, with their history.',
    query: namespaceQuery.shape,
    answers: [json('Notes')],
    refusals: { 400: ['CS-114'], 404: NO_ENTITY },
    post: {
      operation: 'writeNote',
      summary: 'Adds, edits or removes a note, each by appending.',
      about:
        'The stream of the entity itself stays what it is. An edit or a removal should say as `expectedVersion` which version of the notes it was made from.',
      body: 'NoteToWrite',
      answer: 'NoteWritten',
      refusals: { 400: ['CS-114', 'CS-530'], 404: NO_ENTITY, 409: ['CS-301', 'CS-302', 'CS-531'] },
    },
  },
  {
    path: `${ENTITY}/outline`,
    operation: 'getOutline',
    summary: 'What the history is made of: its segments and their hashes.',
    query: entityQuery.shape,
    answers: [json('Outline')],
    refusals: { 400: BEYOND_HEAD, 404: NO_ENTITY },
  },
  {
    path: `${ENTITY}/building`,
    operation: 'getBuilding',
    summary: 'How far the history is that somebody waits for.',
    about:
      'The first question about a long stream reads all of its events. Asking here builds nothing; where building it failed, that is the answer.',
    query: entityQuery.shape,
    answers: [json('Building')],
    refusals: { 400: BEYOND_HEAD, 404: NO_ENTITY },
  },
  {
    path: `${ENTITY}/history`,
    operation: 'getHistory',
    summary: 'The whole history: how many segments it has, and each behind its length.',
    about: 'The bytes are described in docs/segment-format.md.',
    query: entityQuery.shape,
    answers: [{ type: 'application/octet-stream' }],
    refusals: { 400: BEYOND_HEAD, 404: NO_ENTITY },
  },
  {
    path: '/segments/{hash}',
    operation: 'getSegment',
    summary: 'The segment with this hash, gzipped. It never changes.',
    about: 'An outline names the hashes. The bytes are described in docs/segment-format.md.',
    query: {},
    answers: [{ type: 'application/gzip' }],
    refusals: { 404: ['CS-523'] },
  },
  {
    path: '/openapi.json',
    operation: 'getDocument',
    summary: 'The document of all addresses, as OpenAPI 3.1.',
    query: {},
    answers: [{ type: 'application/json', schema: null }],
    refusals: {},
  },
];
