/** The catalogue as of an instant, out of the events that had come by then: one after the other, as plainly as it can be said. */
import { type Axis, gapBucket, parseExact, Shape, shapeText } from '#core';
import type { CataloguedType, CataloguedTypes, EventModel, LogEvent } from '#store';

export const clockOf = ({ recordedAt, occurredAt }: LogEvent, axis: Axis): bigint =>
  axis === 'recorded' ? recordedAt : occurredAt;

/** `events`: those that had come, by position. Keys of the maps are names with blanks between. */
export interface NaiveThen {
  readonly types: ReadonlyMap<string, unknown>;
  readonly versions: ReadonlyMap<string, number>;
  readonly steps: ReadonlyMap<string, unknown>;
  readonly shapes: ReadonlyMap<string, unknown>;
}

export function naiveThen(events: readonly LogEvent[]): NaiveThen {
  const at = new Map(events.map((event) => [`${event.streamKey} ${event.version}`, event]));
  const steps = events.flatMap((event) => {
    const before = at.get(`${event.streamKey} ${event.version - 1}`);
    if (before === undefined && event.version > 1) return [];
    const gap = before === undefined ? null : event.occurredAt - before.occurredAt;
    return [{ event, name: `${event.entityType} ${before?.type ?? ''} ${event.type}`, gap }];
  });
  return {
    types: mapped(events, ({ entityType, type }) => `${entityType} ${type}`, countsOf),
    versions: mapped(
      events,
      ({ type, schemaVersion }) => `${type} ${schemaVersion}`,
      (own) => own.length,
    ),
    steps: mapped(
      steps,
      ({ name }) => name,
      (own) => ({
        events: own.length,
        gapSum: own.reduce((sum, { gap }) => (gap !== null && gap > 0n ? sum + gap : sum), 0n),
        gaps: own.flatMap(({ gap }) => (gap === null ? [] : [gapBucket(gap)])).sort((a, b) => a - b),
        first: own[0]?.event.position,
        last: own.at(-1)?.event.position,
      }),
    ),
    shapes: mapped(events, ({ type, schemaVersion }) => `${type} ${schemaVersion}`, shapeOf),
  };
}

function countsOf(own: readonly LogEvent[]) {
  const lowest = (clocks: readonly bigint[]): bigint => clocks.reduce((a, b) => (b < a ? b : a));
  const recorded = own.map(({ recordedAt }) => recordedAt);
  const occurred = own.map(({ occurredAt }) => occurredAt);
  return {
    ...{ events: own.length, first: own[0]?.position, last: own.at(-1)?.position },
    ...{ firstRecorded: lowest(recorded), lastRecorded: -lowest(recorded.map((clock) => -clock)) },
    ...{ firstOccurred: lowest(occurred), lastOccurred: -lowest(occurred.map((clock) => -clock)) },
  };
}

function shapeOf(own: readonly LogEvent[]) {
  const shape = new Shape();
  let opaque = 0;
  for (const { payload, payloadFormat, position } of own) {
    const read = payloadFormat === 'json' ? parseExact(payload) : null;
    if (read?.ok === true) shape.add(read.value, Number(position));
    else opaque += 1;
  }
  return { events: own.length, looked: own.length, opaque, shape: shapeText(shape) };
}

function mapped<T, Of>(
  all: readonly T[],
  nameOf: (one: T) => string,
  of: (own: readonly T[]) => Of,
): ReadonlyMap<string, Of> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(nameOf(one));
    if (group === undefined) groups.set(nameOf(one), [one]);
    else group.push(one);
  }
  return new Map([...groups].map(([name, own]) => [name, of(own)]));
}

/** What the store answered, in the same form. */
export const typesIn = ({ counts }: Pick<CataloguedTypes, 'counts'>): NaiveThen['types'] =>
  new Map(
    counts.map(({ entityType, type, firstPosition: first, lastPosition: last, ...counted }) => [
      `${entityType} ${type}`,
      { ...counted, first, last },
    ]),
  );

export const versionsIn = ({ versions }: CataloguedTypes): NaiveThen['versions'] =>
  new Map(versions.map(({ type, schemaVersion, events }) => [`${type} ${schemaVersion}`, events]));

export const stepsIn = (entityType: string, { follows }: Pick<EventModel, 'follows'>): NaiveThen['steps'] =>
  new Map(
    follows.map(({ before, after, events, gapSum, gaps, firstPosition: first, lastPosition: last }) => [
      `${entityType} ${before} ${after}`,
      {
        ...{ events, gapSum, first, last },
        gaps: [...gaps]
          .sort(([a], [b]) => a - b)
          .flatMap(([bucket, of]) => new Array<number>(of).fill(bucket)),
      },
    ]),
  );

export const shapesIn = (type: string, { shapes }: CataloguedType): NaiveThen['shapes'] =>
  new Map(
    shapes.map(({ schemaVersion, events, looked, opaque, shape }) => [
      `${type} ${schemaVersion}`,
      { events, looked, opaque, shape: shapeText(shape) },
    ]),
  );
