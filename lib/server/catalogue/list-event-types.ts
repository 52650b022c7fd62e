/** The types of events of a namespace: how many of each, since when, in which schema versions, and when they were. */
import { type Axis, formatInstant, ok, type Result } from '#core';
import type { CataloguedTypes, TypeCounts } from '#store';
import type { EventTypeAnswer, EventTypesAnswer } from '#wire';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';
import { readCatalogueMoment } from './catalogue-moment.ts';
import { groupedBy } from './grouped-by.ts';

export const TYPE_PARTS = 40;

/** CS-110, CS-112: the moment is none that the catalogue can stand at. CS-322: it took too long. */
export async function listEventTypes(
  _viewer: Viewer,
  app: Pick<App, 'store' | 'config'>,
  question: {
    readonly namespace: string;
    readonly axis: Axis;
    readonly asOf?: string;
    readonly limit: number;
  },
): Promise<Result<EventTypesAnswer>> {
  const { namespace, axis, limit } = question;
  const moment = readCatalogueMoment(question);
  if (!moment.ok) return moment;
  const at = moment.value?.at ?? null;
  const head = await app.store.readModels.head();
  const found = await unlessTooSlow(async () =>
    ok(await app.store.catalogue.types({ namespace, axis, at, parts: TYPE_PARTS, most: limit })),
  );
  if (!found.ok) return found;
  const { density, all, countedTo } = found.value;
  return ok({
    types: typesOf(found.value, upcastersOf(app, namespace)),
    all,
    from: density === null ? null : formatInstant(density.from),
    to: density === null ? null : formatInstant(density.to),
    countedTo: String(countedTo),
    head: String(head),
  });
}

/** The schema versions that upcasters read, by event type. */
export function upcastersOf(
  { config }: Pick<App, 'config'>,
  namespace: string,
): ReadonlyMap<string, readonly number[]> {
  const steps = new Map<string, number[]>();
  for (const { type, from } of config.stepsOf(namespace)) {
    const of = steps.get(type) ?? [];
    of.push(from);
    steps.set(type, of);
  }
  return steps;
}

function typesOf(
  { counts, versions, density }: CataloguedTypes,
  upcasters: ReadonlyMap<string, readonly number[]>,
): EventTypeAnswer[] {
  const byType = groupedBy(counts, ({ type }) => type);
  const versionsOf = groupedBy(versions, ({ type }) => type);
  const partsOf = groupedBy(density?.counts ?? [], ({ type }) => type);
  return [...byType].map(([type, own]) => ({
    type,
    ...totalOf(own),
    versions: (versionsOf.get(type) ?? []).map(({ schemaVersion, events }) => ({ schemaVersion, events })),
    upcasters: [...(upcasters.get(type) ?? [])].sort((a, b) => a - b),
    counts: density === null ? [] : filled(partsOf.get(type) ?? []),
  }));
}

function filled(parts: readonly { readonly part: number; readonly events: number }[]): number[] {
  const counts = new Array<number>(TYPE_PARTS).fill(0);
  for (const { part, events } of parts) counts[part] = events;
  return counts;
}

/** Of all entity types together. */
export function totalOf(
  counts: readonly TypeCounts[],
): Pick<
  EventTypeAnswer,
  'events' | 'entityTypes' | 'firstRecorded' | 'lastRecorded' | 'firstOccurred' | 'lastOccurred'
> {
  const extreme = (of: (one: TypeCounts) => bigint, sign: 1n | -1n): string =>
    formatInstant(
      sign * counts.map((one) => sign * of(one)).reduce((low, next) => (next < low ? next : low)),
    );
  return {
    events: counts.reduce((sum, { events }) => sum + events, 0),
    entityTypes: counts.map(({ entityType, events }) => ({ entityType, events })),
    firstRecorded: extreme(({ firstRecorded }) => firstRecorded, 1n),
    lastRecorded: extreme(({ lastRecorded }) => lastRecorded, -1n),
    firstOccurred: extreme(({ firstOccurred }) => firstOccurred, 1n),
    lastOccurred: extreme(({ lastOccurred }) => lastOccurred, -1n),
  };
}
