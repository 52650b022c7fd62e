/** The one implementation of Store. It holds the pool and hands each question to the file that answers it. */
import { PrismaPg } from '@prisma/adapter-pg';
import { append, appendWhole } from './append.ts';
import { AppendListeners } from './append-listeners.ts';
import { AppendQueue } from './append-queue.ts';
import { BuildTurns } from './build-turns.ts';
import { cataloguedType } from './catalogue/catalogued-type.ts';
import { cataloguedTypes } from './catalogue/catalogued-types.ts';
import { cataloguedEntityTypes, eventModel } from './catalogue/event-model.ts';
import { followExamples, placedMentions } from './catalogue/follow-examples.ts';
import { consequencesOf } from './consequence-reads.ts';
import { countEntities, entities } from './entity-reads.ts';
import { eventLines } from './event-lines.ts';
import { PrismaClient } from './generated/client.ts';
import { beginImport, finishImport, imports, recordRefusals } from './imports.ts';
import { eventsFrom, eventsOf, leafHashesFrom } from './log-reads.ts';
import { earliestOccurrence, leafHashesOf } from './ordered-events.ts';
import { overview } from './overview.ts';
import { openPool } from './pool.ts';
import { projectionOf, registerProjection, replaceProjection } from './projections.ts';
import { stepCatalogue } from './read-models/catalogue-model.ts';
import { stepChanges } from './read-models/change-model.ts';
import { dropReadModels, headOfLog, reachedPositions } from './read-models/reached.ts';
import { stepSearch } from './read-models/search-model.ts';
import { eventById, eventsById, eventsWith } from './related-reads.ts';
import { type FreeBytes, roomProblem, unknownRoom } from './room.ts';
import { foundActivity } from './search/activity.ts';
import { actorWork } from './search/actor-work.ts';
import { comparison } from './search/comparison.ts';
import { countFound } from './search/count-found.ts';
import { densityOf } from './search/density.ts';
import { countFoundEntities, foundEntities } from './search/found-entities.ts';
import { eventsAt } from './search/found-events.ts';
import { foundSummary } from './search/found-summary.ts';
import { heldThen } from './search/held-then.ts';
import { COMPLETION_MS, inSearch, LONGEST_MS, patienceOf, WHOLE_MS } from './search/in-search.ts';
import { namesLike } from './search/names-like.ts';
import { foundPage } from './search/pages-to-head.ts';
import { inSearchReading } from './search/search-reading.ts';
import { seenValues } from './search/seen-values.ts';
import { sequenceEvents } from './search/sequence-events.ts';
import { positionsInLog } from './search/unsearched-events.ts';
import {
  discardSegment,
  dropOlder,
  dropSegments,
  keepOpenSegment,
  keepSegment,
  keptSegments,
  knownBefore,
  longStreams,
  segmentBytes,
} from './segments.ts';
import { eventIdKey, putSetting, setting } from './settings.ts';
import { status } from './status.ts';
import type { Store } from './store.ts';
import { foldedStreamOf, namespaces } from './stream-reads.ts';
import { versionsWithText } from './text-search.ts';
import { verify } from './verify.ts';

/** Opens a store whose migrations have been applied. Rejects where the database cannot be reached. */
export async function openStore(url: string, freeBytes: FreeBytes = unknownRoom): Promise<Store> {
  const pool = openPool(url);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const queue = new AppendQueue(pool, freeBytes);
  const listeners = new AppendListeners(url);
  const turns = new BuildTurns(url);
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    throw error;
  }
  let closing: Promise<void> | undefined;
  return {
    append: (request) => append(queue, request),
    appendWhole: (request, batches) => appendWhole(pool, freeBytes, request, batches),
    stream: async (ref) => (await foldedStreamOf(pool, ref))?.stream ?? null,
    foldedStream: (ref) => foldedStreamOf(pool, ref),
    eventsOf: (streamId, after, limit) => eventsOf(pool, streamId, after, limit),
    eventById: (namespace, source, eventId) => eventById(pool, namespace, source, eventId),
    eventsById: (namespace, eventId) => eventsById(pool, namespace, eventId),
    eventsWith: (namespace, by, id, limit) => eventsWith(pool, namespace, by, id, limit),
    consequencesOf: (streamId, versions, limit) => consequencesOf(pool, streamId, versions, limit),
    versionsWithText: (streamId, text, after, through) =>
      versionsWithText(pool, streamId, text, after, through),
    eventLines: (query) => eventLines(pool, query),
    leafHashesOf: (streamId, from, to) => leafHashesOf(pool, streamId, from, to),
    earliestOccurrence: (streamId, from, to) => earliestOccurrence(pool, streamId, from, to),
    eventsFrom: (after, limit, namespace) => eventsFrom(pool, after, limit, namespace ?? null),
    leafHashesFrom: (after, limit) => leafHashesFrom(pool, after, limit),
    entities: (query) => entities(pool, query),
    countEntities: (query) => countEntities(pool, query),
    overview: (namespace) => overview(pool, namespace),
    namespaces: () => namespaces(pool),
    onAppended: (listener) => listeners.add(listener),
    segments: {
      kept: (name) => keptSegments(pool, name),
      knownBefore: (history, version) => knownBefore(pool, history, version),
      bytes: (hash) => segmentBytes(pool, hash),
      keep: (name, streamId, segment, bytes) => keepSegment(pool, name, streamId, segment, bytes),
      keepOpen: (name, streamId, segment, bytes) => keepOpenSegment(pool, name, streamId, segment, bytes),
      dropOlder: (name) => dropOlder(pool, name),
      discard: (hash) => discardSegment(pool, hash),
      turn: (name, onReach) => turns.take(name, onReach),
      drop: () => dropSegments(pool),
      longStreams: (events) => longStreams(pool, events),
    },
    readModels: {
      stepSearch: () => stepSearch(pool),
      stepChanges: (basis, fold, most) => stepChanges(pool, basis, fold, most),
      stepCatalogue: () => stepCatalogue(pool),
      reached: () => reachedPositions(pool),
      head: () => headOfLog(pool),
      drop: () => dropReadModels(pool),
    },
    catalogue: {
      types: (question) => inSearch(pool, (client) => cataloguedTypes(client, question)),
      type: (namespace, type, asOf) =>
        inSearch(pool, (client) => cataloguedType(client, namespace, type, asOf)),
      model: (question) => inSearch(pool, (client) => eventModel(client, question)),
      entityTypes: (namespace, asOf) =>
        inSearch(pool, (client) => cataloguedEntityTypes(client, namespace, asOf)),
      examples: (question) => inSearch(pool, (client) => followExamples(client, question)),
      placed: (namespace, positions) =>
        inSearch(pool, (client) => placedMentions(client, namespace, positions)),
    },
    foundPage: (query) => inSearchReading(pool, (reading) => foundPage(reading, query), patienceOf(query)),
    positionsInLog: (stretch) => inSearch(pool, (client) => positionsInLog(client, stretch)),
    foundSummary: (query) => inSearch(pool, (client) => foundSummary(client, query), patienceOf(query)),
    countFound: (search) => inSearch(pool, (client) => countFound(client, search), WHOLE_MS),
    foundEntities: (search) => inSearch(pool, (client) => foundEntities(client, search)),
    countFoundEntities: (search) => inSearch(pool, (client) => countFoundEntities(client, search)),
    compare: (moments) => inSearch(pool, (client) => comparison(client, moments)),
    actorWork: (search) => inSearch(pool, (client) => actorWork(client, search)),
    density: (search) => inSearch(pool, (client) => densityOf(client, search)),
    activity: (search) => inSearch(pool, (client) => foundActivity(client, search)),
    heldThen: (search) => inSearch(pool, (client) => heldThen(client, search)),
    sequenceEvents: (search, takes, each) => {
      const longestMs = takes === 'page' ? LONGEST_MS : WHOLE_MS;
      return inSearch(pool, (client) => sequenceEvents(client, search, longestMs, each), longestMs);
    },
    foundAt: (positions) => inSearchReading(pool, (reading) => eventsAt(reading, positions, { kind: 'all' })),
    names: (namespace, kind, text, limit) =>
      inSearch(pool, (client) => namesLike(client, namespace, kind, text, limit)),
    seenValues: (namespace, field, text, limit) =>
      inSearch(pool, (client) => seenValues(client, namespace, field, text, limit), COMPLETION_MS),
    beginImport: (start) => beginImport(prisma, start),
    recordRefusals: (importId, refusals) => recordRefusals(prisma, importId, refusals),
    finishImport: (importId, end) => finishImport(prisma, importId, end),
    imports: (limit) => imports(prisma, limit),
    registerProjection: (namespace, entityType, kind, by) =>
      registerProjection(pool, prisma, namespace, entityType, kind, by),
    replaceProjection: (namespace, entityType, kind, by) =>
      replaceProjection(prisma, namespace, entityType, kind, by),
    projectionOf: (namespace, entityType) => projectionOf(pool, namespace, entityType),
    eventIdKey: () => eventIdKey(prisma),
    setting: (name) => setting(prisma, name),
    putSetting: (name, value) => putSetting(prisma, name, value),
    status: async () => status(pool, await freeBytes()),
    roomProblem: async () => roomProblem(await freeBytes()),
    verify: (onProgress) => verify(pool, onProgress),
    close: () => {
      closing ??= Promise.all([listeners.close(), turns.close()])
        .then(() => pool.end())
        .then(() => prisma.$disconnect());
      return closing;
    },
  };
}
