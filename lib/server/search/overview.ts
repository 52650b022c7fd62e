/**
 * All that the overview of a namespace shows, in one answer.
 *
 * Law: what is counted beside a `q` is what a summary of that query counts, by the same axis, as of the same instant and at the same moment of
 * the store, as far as summaries count.
 */
import {
  type Axis,
  type Clause,
  fail,
  formatInstant,
  ok,
  type Problem,
  parseMoment,
  type Result,
  type Times,
} from '#core';
import type { Busiest, FoundActivity } from '#store';
import type { OverviewAnswer } from '#wire';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';
import { overTimeAnswer } from './overview-bars.ts';
import { heldAt, heldNow } from './overview-held.ts';
import { exactly, pathClause, queryIn } from './overview-queries.ts';
import { readOverviewRange, type WrittenRange } from './overview-range.ts';

export interface OverviewQuestion extends WrittenRange {
  readonly namespace: string;
  readonly axis: Axis;
  /** An instant of the axis, behind which nothing counts, or `latest`. */
  readonly asOf: string;
}

/** CS-110, CS-112: the moment is none that an overview can have. CS-114: the range cannot be read. CS-121, CS-124: there is no such zone. CS-322: it took too long. */
export async function overviewOf(
  viewer: Viewer,
  { store }: Pick<App, 'store'>,
  question: OverviewQuestion,
): Promise<Result<OverviewAnswer, Problem>> {
  const { namespace, axis, zone } = question;
  const then = instantThen(question.asOf);
  if (!then.ok) return then;
  const read = readOverviewRange(question, then.value ?? BigInt(Date.now()) * 1_000n);
  if (!read.ok) return read;
  const { value: times } = read;
  const known = upTo(times, then.value);
  if (!known.ok) return known;
  const [activity, held] = await Promise.all([
    unlessTooSlow(async () => ok(await store.activity({ namespace, axis, zone, ...known.value }))),
    then.value === null
      ? heldNow({ store }, namespace)
      : heldAt(viewer, { store }, { ...question, instant: then.value }),
  ]);
  if (!activity.ok) return activity;
  if (!held.ok) return held;
  return ok(answerOf(activity.value, held.value, axis, times));
}

/** null: now. */
function instantThen(asOf: string): Result<bigint | null, Problem> {
  const moment = parseMoment(asOf);
  if (!moment.ok) return moment;
  if (moment.value.kind === 'latest') return ok(null);
  if (moment.value.kind === 'instant') return ok(moment.value.at);
  return fail('CS-112', `An overview counts by a clock: say an instant or latest instead of "${asOf}".`);
}

function upTo({ from, to }: Times, then: bigint | null): Result<Times, Problem> {
  if (then === null) return ok({ from, to });
  // Behind the instant, which is a microsecond.
  const end = then + 1n;
  if (from !== null && from >= end)
    return fail('CS-114', 'The range begins later than the moment that the app stands at.');
  return ok({ from, to: to === null || to > end ? end : to });
}

function answerOf(
  found: FoundActivity,
  held: OverviewAnswer['store'],
  axis: Axis,
  times: Times,
): OverviewAnswer {
  const of = (...clauses: readonly Clause[]) => queryIn(axis, times, ...clauses);
  return {
    range: { from: instantOf(times.from), to: instantOf(times.to) },
    events: found.events,
    q: of(),
    overTime: overTimeAnswer(found, of),
    entityTypes: found.entityTypes.map(({ name, events }) => ({
      entityType: name,
      events,
      q: of(exactly('entityType', name)),
    })),
    actors: {
      top: found.actors.map(({ name, events }) => ({ actor: name, events, q: of(exactly('actor', name)) })),
      all: found.allActors,
    },
    entities: busiestOf(found.entities, axis, times, ({ entityType, entityId }) => ({
      kind: 'entity',
      type: { pieces: [entityType] },
      id: { pieces: [entityId] },
    })),
    fields: busiestOf(found.fields, axis, times, ({ path }) => pathClause(path)),
    late: { ...found.late, q: of({ kind: 'is', what: 'late' }) },
    outOfOrder: { ...found.outOfOrder, q: of({ kind: 'is', what: 'outOfOrder' }) },
    marks: {
      ...found.marks,
      q: of({ kind: 'is', what: 'inexact' }),
      kinds: found.marks.kinds.map(({ kind, events }) => ({
        kind,
        events,
        q: of({ kind: 'is', what: kind }),
      })),
      newest: found.marks.newest.map(({ position, ...mark }) => ({ position: String(position), ...mark })),
    },
    readModels: {
      head: String(found.reached.head),
      searchedTo: String(found.reached.searchedTo),
      changedTo: String(found.reached.changedTo),
      searchedAt: instantOf(found.reached.searchedAt),
      changedAt: instantOf(found.reached.changedAt),
    },
    store: held,
  };
}

const instantOf = (micros: bigint | null): string | null => (micros === null ? null : formatInstant(micros));

function busiestOf<What>(
  { top, since, looked }: Busiest<What>,
  axis: Axis,
  times: Times,
  clauseOf: (what: What) => Clause,
) {
  // Behind the instant, which is a microsecond.
  const looking = since === null ? times : { from: since + 1n, to: times.to };
  return {
    top: top.map((row) => ({ ...row, q: queryIn(axis, looking, clauseOf(row)) })),
    looked,
    since: instantOf(since),
  };
}
