/** One type of event: what its payloads look like by observation, when that changed, and what stands before and behind it. */
import {
  type Drift,
  driftOf,
  fieldsOf,
  gapQuantile,
  joinGaps,
  ok,
  type Result,
  type ShapeField,
  shapeDifference,
} from '#core';
import type { CataloguedType, Follow } from '#store';
import type { EventTypeDetailAnswer } from '#wire';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';
import { type AsOfAsked, readCatalogueMoment } from './catalogue-moment.ts';
import { groupedBy } from './grouped-by.ts';
import { totalOf, upcastersOf } from './list-event-types.ts';
import { placedAnswer } from './placed-answer.ts';

/** Steps that are listed in front and behind. */
const NEIGHBOURS = 12;

/**
 * null: no event has this type and this schema version. CS-110, CS-112: the moment is none that the catalogue can stand at. CS-322: it took too long.
 */
export async function readEventType(
  _viewer: Viewer,
  app: Pick<App, 'store' | 'config'>,
  question: AsOfAsked & {
    readonly namespace: string;
    readonly type: string;
    /** null: the newest. */
    readonly schemaVersion: number | null;
  },
): Promise<Result<EventTypeDetailAnswer | null>> {
  const { namespace, type, schemaVersion } = question;
  const asOf = readCatalogueMoment(question);
  if (!asOf.ok) return asOf;
  const head = await app.store.readModels.head();
  return unlessTooSlow(async () => {
    const found = await app.store.catalogue.type(namespace, type, asOf.value);
    const shown =
      schemaVersion === null
        ? found?.shapes.at(-1)
        : found?.shapes.find((one) => one.schemaVersion === schemaVersion);
    if (found === null || shown === undefined) return ok(null);
    const upcasters = upcastersOf(app, namespace).get(type) ?? [];
    const fields = fieldsOf(shown.shape);
    const drift = driftOf(fields).map(driftAnswer);
    const newest = newestOf(found);
    const mentioned = await app.store.catalogue.placed(namespace, positionsIn(found, drift, newest));
    return ok({
      type,
      ...totalOf(found.counts),
      upcasters: [...upcasters].sort((a, b) => a - b),
      versions: found.shapes.map((one, nth) => ({
        ...sinceBefore(found.shapes[nth - 1], one),
        schemaVersion: one.schemaVersion,
        events: one.events,
        opaque: one.opaque,
        looked: one.looked,
        first: String(one.firstPosition),
        last: String(one.lastPosition),
        upcast: upcasters.includes(one.schemaVersion),
      })),
      shown: shown.schemaVersion,
      fields: fields.map(fieldAnswer),
      dropped: shown.shape.dropped,
      drift,
      ...neighboursOf(type, found),
      mentioned: mentioned.map(placedAnswer),
      newest: String(newest),
      countedTo: String(found.countedTo),
      head: String(head),
    });
  });
}

function sinceBefore(
  before: CataloguedType['shapes'][number] | undefined,
  { shape }: CataloguedType['shapes'][number],
): Pick<EventTypeDetailAnswer['versions'][number], 'added' | 'gone' | 'retyped'> {
  if (before === undefined) return { added: [], gone: [], retyped: [] };
  const { added, gone, retyped } = shapeDifference(fieldsOf(before.shape), fieldsOf(shape));
  return { added: [...added], gone: [...gone], retyped: [...retyped] };
}

const newestOf = ({ shapes }: CataloguedType): bigint =>
  shapes.reduce((last, { lastPosition }) => (lastPosition > last ? lastPosition : last), 0n);

function positionsIn(
  { shapes }: CataloguedType,
  drift: EventTypeDetailAnswer['drift'],
  newest: bigint,
): readonly bigint[] {
  const ofVersions = shapes.flatMap(({ firstPosition, lastPosition }) => [firstPosition, lastPosition]);
  const ofDrift = drift.flatMap(({ at, last }) =>
    last === null ? [BigInt(at)] : [BigInt(at), BigInt(last)],
  );
  return [...new Set([...ofVersions, ...ofDrift, newest])];
}

function driftAnswer(drift: Drift): EventTypeDetailAnswer['drift'][number] {
  const { what, path, at } = drift;
  const isRetyped = drift.what === 'retyped';
  return {
    ...{ what, path, at: String(at), last: isRetyped ? String(drift.last) : null },
    ...{ from: isRetyped ? drift.from : null, to: isRetyped ? drift.to : null },
  };
}

function fieldAnswer({ missing: _, kinds, ...field }: ShapeField): EventTypeDetailAnswer['fields'][number] {
  return {
    ...field,
    kinds: kinds
      .map(({ kind, count, first, last }) => ({ kind, count, first: String(first), last: String(last) }))
      .sort((a, b) => b.count - a.count),
  };
}

/** Ends of streams are those of its events that nothing followed. */
function neighboursOf(
  type: string,
  { counts, follows }: CataloguedType,
): Pick<EventTypeDetailAnswer, 'precedes' | 'follows'> {
  const events = counts.reduce((sum, one) => sum + one.events, 0);
  const out = follows.filter(({ before }) => before === type);
  const ends = events - out.reduce((sum, one) => sum + one.events, 0);
  const last = ends === 0 ? [] : [{ type: null, events: ends, median: null }];
  const inOrder = (all: EventTypeDetailAnswer['follows']) =>
    all.sort((a, b) => b.events - a.events).slice(0, NEIGHBOURS);
  return {
    precedes: inOrder(
      joined(
        follows.filter(({ after }) => after === type),
        ({ before }) => before,
      ),
    ),
    follows: inOrder([...joined(out, ({ after }) => after), ...last]),
  };
}

/** Of all entity types together. */
function joined(
  follows: readonly Follow[],
  nameOf: (one: Follow) => string,
): EventTypeDetailAnswer['follows'] {
  return [...groupedBy(follows, nameOf)].map(([name, own]) => {
    const gaps = new Map<number, number>();
    for (const one of own) joinGaps(gaps, one.gaps);
    const events = own.reduce((sum, one) => sum + one.events, 0);
    return { type: name === '' ? null : name, events, median: gapQuantile(gaps, 0.5) };
  });
}
