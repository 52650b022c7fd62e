/** Which event follows which in the streams of an entity type, how often and after how long. */
import { BACKWARDS, gapQuantile, ok, type Result, START } from '#core';
import type { EventModel, Follow } from '#store';
import type { EventModelAnswer } from '#wire';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';
import { type AsOfAsked, readCatalogueMoment } from './catalogue-moment.ts';

/** Different steps between events that are answered at once, of which there are seldom more than a hundred. */
const MOST_STEPS = 2_000;

/**
 * CS-110, CS-112: the moment is none that the catalogue can stand at. CS-322: it took too long. An entity type without events has neither types nor
 * steps.
 */
export async function readEventModel(
  _viewer: Viewer,
  { store }: Pick<App, 'store'>,
  {
    namespace,
    entityType,
    ...moment
  }: AsOfAsked & { readonly namespace: string; readonly entityType: string },
): Promise<Result<EventModelAnswer>> {
  const asOf = readCatalogueMoment(moment);
  if (!asOf.ok) return asOf;
  const head = await store.readModels.head();
  return unlessTooSlow(async () => {
    const entityTypes = await store.catalogue.entityTypes(namespace, asOf.value);
    const asked = { namespace, entityType, most: MOST_STEPS, asOf: asOf.value };
    const model = await store.catalogue.model(asked);
    return ok({ ...modelAnswer(entityType, model), entityTypes: [...entityTypes], head: String(head) });
  });
}

/** The entity types of a namespace that have events, those with most first. The same errors. */
export async function listEntityTypes(
  _viewer: Viewer,
  { store }: Pick<App, 'store'>,
  { namespace, ...moment }: AsOfAsked & { readonly namespace: string },
): Promise<Result<readonly { readonly entityType: string; readonly events: number }[]>> {
  const asOf = readCatalogueMoment(moment);
  if (!asOf.ok) return asOf;
  return unlessTooSlow(async () => ok(await store.catalogue.entityTypes(namespace, asOf.value)));
}

function modelAnswer(
  entityType: string,
  { types, follows, all, countedTo }: EventModel,
): Omit<EventModelAnswer, 'entityTypes' | 'head'> {
  const starts = new Map(
    follows.flatMap(({ before, after, events }) => (before === START ? [[after, events]] : [])),
  );
  const ends = types.flatMap(({ type, ends: events }) => (events === 0 ? [] : [endOf(type, events)]));
  return {
    entityType,
    streams: [...starts.values()].reduce((sum, events) => sum + events, 0),
    types: types.map((type) => ({ ...type, starts: starts.get(type.type) ?? 0 })),
    steps: [...follows.map(stepOf), ...ends].sort((a, b) => b.events - a.events),
    all: all + ends.length,
    countedTo: String(countedTo),
  };
}

type Step = EventModelAnswer['steps'][number];

function stepOf({ before, after, events, gapSum, gaps, firstPosition, lastPosition }: Follow): Step {
  const backwards = gaps.get(BACKWARDS) ?? 0;
  const isStart = before === START;
  return {
    before: isStart ? null : before,
    after,
    events,
    median: gapQuantile(gaps, 0.5),
    p95: gapQuantile(gaps, 0.95),
    mean: isStart || events === backwards ? null : Math.round(Number(gapSum) / (events - backwards)),
    backwards,
    first: String(firstPosition),
    last: String(lastPosition),
  };
}

const endOf = (type: string, events: number): Step => ({
  ...{ before: type, after: null, events, median: null, p95: null, mean: null, backwards: 0 },
  ...{ first: null, last: null },
});
