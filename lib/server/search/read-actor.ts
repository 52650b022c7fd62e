/** All that one actor did in a namespace, as its page and the API tell it. */
import { type Axis, formatInstant, ok, type Result } from '#core';
import type { ActorWork } from '#store';
import type { ActorAnswer } from '#wire';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';
import { type CountedQuarter, hoursOfWeek } from './hours-of-week.ts';
import { DAY, joinedQuarters } from './joined-quarters.ts';
import { momentOfStore } from './moment-of-store.ts';

export interface ActorQuestion {
  readonly namespace: string;
  readonly actor: string;
  readonly axis: Axis;
  /** Only what had come by this moment of the store, on the same clock. */
  readonly asOf: string;
  /** On whose clock hours and weekdays are: a name of the tz database or an offset. */
  readonly zone: string;
}

/** What is looked at one by one; that there is more is part of the answer. */
const MOST_EVENTS = 50_000;
const MOST_CHANGED = 10_000;

/** CS-110, CS-111, CS-112 for the moment. CS-121, CS-124: there is no such zone. CS-322: it took too long. */
export async function readActor(
  _viewer: Viewer,
  { store }: Pick<App, 'store'>,
  { namespace, actor, axis, asOf, zone }: ActorQuestion,
): Promise<Result<ActorAnswer>> {
  const upTo = await momentOfStore({ store }, asOf);
  if (!upTo.ok) return upTo;
  const bounds = { mostEvents: MOST_EVENTS, mostChanged: MOST_CHANGED };
  const asked = await unlessTooSlow(async () =>
    ok(await store.actorWork({ namespace, actor, axis, upTo: upTo.value, ...bounds })),
  );
  if (!asked.ok) return asked;
  const head = await store.readModels.head();
  const work = asked.value;
  const hours = hoursOfWeek(work?.quarters ?? [], zone);
  if (!hours.ok) return hours;
  const said = { actor, axis, zone, hours: hours.value.map((row) => [...row]), head: String(head) };
  return ok(
    work === null ? { ...said, ...NOTHING, searchedTo: String(head) } : { ...said, ...told(work, zone) },
  );
}

type Told = Omit<ActorAnswer, 'actor' | 'axis' | 'zone' | 'hours' | 'head'>;

const NOTHING: Omit<Told, 'searchedTo'> = {
  ...{ events: 0, first: null, last: null, counted: 0, counts: [], width: '900000000' },
  types: { names: [], all: 0 },
  entityTypes: { names: [], all: 0 },
  ...{ entities: [], allEntities: 0, fields: [], allFields: 0, ofChanges: 0 },
  changedTo: '0',
};

function told(work: ActorWork, zone: string): Told {
  const { events, counted, entities, allEntities, fields, allFields, ofChanges } = work;
  const width = widthOf(work.quarters);
  const names = ({ names: named, all }: ActorWork['types']) => ({ names: [...named], all });
  return {
    ...{ events, first: formatInstant(work.first), last: formatInstant(work.last), counted },
    counts: joinedQuarters(work.quarters, width, zone).map(({ at, events: of }) => ({
      at: formatInstant(at),
      events: of,
    })),
    width: String(width),
    types: names(work.types),
    entityTypes: names(work.entityTypes),
    ...{ entities: [...entities], allEntities, fields: [...fields], allFields, ofChanges },
    ...{ searchedTo: String(work.searchedTo), changedTo: String(work.changedTo) },
  };
}

const HOUR = 3_600_000_000n;
/** Quarters, hours and days of the zone. */
const WIDTHS = [HOUR / 4n, HOUR, DAY];
/** Many more bars cannot be told apart. */
const MOST_COUNTS = 240n;

function widthOf(quarters: readonly CountedQuarter[]): bigint {
  const span = (quarters.at(-1)?.at ?? 0n) - (quarters[0]?.at ?? 0n);
  return WIDTHS.find((width) => span / width < MOST_COUNTS) ?? DAY;
}
