/** All that a printed report says of one entity: the state at a moment, what differs, and the events of a stretch. */

import {
  carriedBeside,
  type EventHeader,
  type History,
  type LeafText,
  ok,
  parseExact,
  type Result,
} from '#core';
import type { ConsequenceRow, ConsequenceRows } from '#store';
import type { EventFilter } from '#wire';
import type { ChangeRow, ExportScope, LeafRow } from '#wire/export';
import packageFile from '../../package.json' with { type: 'json' };
import type { App } from './app.ts';
import { scopeMoment, scopeOf } from './export/export-file.ts';
import { type ChosenEvent, chosenPages } from './export/range-pages.ts';
import { type EntityQuestion, type OpenHistory, openHistory } from './history/open-history.ts';
import { carriedByEvents } from './report/carried-by-events.ts';
import { notesWithin, type ReportedNotes } from './report/report-notes.ts';
import { type ReturnedChanges, returnedChanges } from './report/returned-changes.ts';
import { type Absence, whyAbsent } from './report/why-absent.ts';
import { unlessTooSlow } from './unless-too-slow.ts';
import type { Viewer } from './viewer.ts';

export interface ReportQuestion extends EntityQuestion {
  /** The moment of the state. */
  readonly at: string;
  /** What is compared, and between which the events lie; null: all events up to `at`, and nothing is compared. */
  readonly between: { readonly from: string; readonly to: string } | null;
  readonly filter: EventFilter;
  /** The most rows to answer with; more are counted only. */
  readonly most: number;
}

export interface ReportAnswer {
  /** Of the events: from, to, axis, filter. */
  readonly scope: ExportScope;
  readonly at: ExportScope['to'];
  /** Why there is no state at that moment; null: there is one. */
  readonly absence: Absence | null;
  /** What is compared is asked for from the later moment to the earlier one; the scope has them in their order. */
  readonly isBackwards: boolean;
  /** Events between the moments that the filter hides. */
  readonly hidden: number;
  readonly counts: {
    readonly leaves: number;
    readonly differences: number;
    readonly events: number;
    readonly notes: number;
  };
  /** null: there are more rows than were asked for. */
  readonly content: ReportContent | null;
  /** Of this program. */
  readonly madeBy: string;
}

export interface ReportContent {
  /** Empty: there is no state, for which `absence` has the reason. */
  readonly leaves: readonly LeafRow[];
  /** null: nothing is compared. */
  readonly differences: readonly ChangeRow[] | null;
  readonly events: readonly ReportedEvent[];
  /** Of what is compared; null: nothing is. */
  readonly returned: ReturnedChanges | null;
  readonly notes: ReportedNotes;
  /** What the listed events led to in other entities: the first {@link MOST_CONSEQUENCES}, and how many there are. */
  readonly consequences: ReportedConsequences;
}

export interface ReportedConsequences extends Omit<ConsequenceRows, 'rows'> {
  readonly rows: readonly ReportedConsequence[];
}

export interface ReportedConsequence extends Omit<ConsequenceRow, 'payload'> {
  /** What it says. */
  readonly carried: readonly LeafText[];
}

export const MOST_CONSEQUENCES = 200;

export interface ReportedEvent extends ChosenEvent {
  /** Whether the entity existed just before it. */
  readonly existed: boolean;
  /** SHA-256 of its leaf in the log, hex. */
  readonly leafHash: string;
  /** What it says beside what became of the state. */
  readonly carried: readonly LeafText[];
}

/** null: no event ever named this entity. CS-110, CS-111: a moment that is not there. CS-322: the database took too long. */
export function readReport(
  viewer: Viewer,
  app: App,
  question: ReportQuestion,
): Promise<Result<ReportAnswer | null>> {
  return unlessTooSlow(() => reportOf(viewer, app, question));
}

async function reportOf(
  viewer: Viewer,
  app: App,
  question: ReportQuestion,
): Promise<Result<ReportAnswer | null>> {
  const opened = await openHistory(viewer, app, question);
  if (!opened.ok) return opened;
  const history = opened.value;
  if (history === null) return ok(null);
  const places = await placesOf(history, question);
  if (!places.ok) return places;
  const { at, after, last } = places.value;
  const read = await history.ask((asked) => ({
    at: scopeMoment(asked, at),
    from: scopeMoment(asked, after),
    to: scopeMoment(asked, last),
    ...stateOf(asked, at),
    differences: question.between === null ? null : differencesOf(asked, places.value),
  }));
  if (!read.ok) return read;
  const { leaves, absence, differences, ...moments } = read.value;
  const { filter, most } = question;
  const notes = await notesWithin(app, question, history, places.value);
  if (!notes.ok) return notes;
  const noted = notes.value.notes.length;
  const rest = most - leaves.length - (differences?.length ?? 0) - noted;
  const chosen = await chooseEvents(app, history, { after, last, filter }, rest);
  const changed = differences?.length ?? 0;
  const counts = { leaves: leaves.length, differences: changed, events: chosen.count, notes: noted };
  const events =
    chosen.events === null ? null : await reported(app, question.namespace, history, chosen.events);
  if (events?.ok === false) return events;
  const isTold = events !== null && question.between !== null;
  const returned = isTold ? await returnedChanges(history, places.value) : ok(null);
  if (!returned.ok) return returned;
  const consequences = await consequencesOf(app, history, chosen.events ?? []);
  return ok({
    scope: scopeOf(question, history, { what: 'changes', from: moments.from, to: moments.to, filter }),
    at: moments.at,
    absence,
    isBackwards: places.value.from > places.value.to,
    hidden: last - after - chosen.count,
    counts,
    content:
      events === null
        ? null
        : {
            leaves,
            differences,
            events: events.value,
            returned: returned.value,
            notes: notes.value,
            consequences,
          },
    madeBy: `Chronoscope ${packageFile.version}`,
  });
}

interface Places {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** The earlier and the later of the two. */
  readonly after: number;
  readonly last: number;
}

async function placesOf(history: OpenHistory, { at, between }: ReportQuestion): Promise<Result<Places>> {
  const shown = await history.ordinalOf(at);
  if (!shown.ok) return shown;
  if (between === null) return ok({ at: shown.value, from: 0, to: shown.value, after: 0, last: shown.value });
  const from = await history.ordinalOf(between.from);
  if (!from.ok) return from;
  const to = await history.ordinalOf(between.to);
  if (!to.ok) return to;
  const [after, last] = [Math.min(from.value, to.value), Math.max(from.value, to.value)];
  return ok({ at: shown.value, from: from.value, to: to.value, after, last });
}

function stateOf(history: History, ordinal: number) {
  const leaves: readonly LeafRow[] = history
    .stateAt(ordinal)
    .map(({ path, text, ordinal: setBy }) => ({ path, text, event: history.event(setBy) }));
  return { leaves, absence: whyAbsent(history, ordinal, leaves.length) };
}

function differencesOf(history: History, { from, to }: Places): readonly ChangeRow[] {
  return history
    .diff(from, to)
    .map(({ path, before, after, ordinal }) => ({ path, before, after, event: history.event(ordinal) }));
}

/** `events` null: there are more than `most`, and all that was kept of them is how many. */
async function chooseEvents(
  app: App,
  history: OpenHistory,
  range: { readonly after: number; readonly last: number; readonly filter: EventFilter },
  most: number,
): Promise<{ readonly count: number; readonly events: readonly ChosenEvent[] | null }> {
  let count = 0;
  const events: ChosenEvent[] = [];
  for await (const page of chosenPages(app, history, range)) {
    count += page.length;
    if (count <= most) events.push(...page);
    else events.length = 0;
  }
  return { count, events: count <= most ? events : null };
}

async function reported(
  app: App,
  namespace: string,
  history: OpenHistory,
  chosen: readonly ChosenEvent[],
): Promise<Result<readonly ReportedEvent[]>> {
  const versions = chosen.map(({ header }) => header.version);
  const lowest = versions.reduce((low, version) => Math.min(low, version), Number.POSITIVE_INFINITY);
  const highest = versions.reduce((high, version) => Math.max(high, version), 0);
  const { id } = history.segments.question.stream;
  const hashes = versions.length === 0 ? '' : await app.store.leafHashesOf(id, lowest - 1, highest);
  const hashOf = ({ version }: EventHeader) => {
    const begin = (version - lowest) * HASH_DIGITS;
    return hashes.slice(begin, begin + HASH_DIGITS);
  };
  const carried = await carriedByEvents(app, namespace, history, chosen);
  if (!carried.ok) return carried;
  return history.ask((asked) =>
    chosen.map((one, index) => {
      const { ordinal } = one.header;
      const existed = ordinal > 1 && asked.stateAt(ordinal - 1).length > 0;
      return { ...one, existed, leafHash: hashOf(one.header), carried: carried.value[index] ?? [] };
    }),
  );
}

async function consequencesOf(
  app: App,
  history: OpenHistory,
  chosen: readonly ChosenEvent[],
): Promise<ReportedConsequences> {
  const versions = chosen.map(({ header }) => header.version);
  const { id } = history.segments.question.stream;
  const found = await app.store.consequencesOf(id, versions, MOST_CONSEQUENCES);
  const rows = found.rows.map(({ payload, ...row }) => {
    const read = payload === null ? null : parseExact(payload);
    return { ...row, carried: read?.ok === true ? carriedBeside(read.value, []) : [] };
  });
  return { ...found, rows };
}

/** SHA-256 in hex. */
const HASH_DIGITS = 64;
