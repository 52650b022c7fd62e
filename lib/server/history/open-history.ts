/** A history opened for one question: on which axis, up to which version, and every answer about it. */
import { type Axis, type History, ok, ordinalOfMoment, parseMoment, type Result } from '#core';
import type { App } from '../app.ts';
import type { Viewer } from '../viewer.ts';
import { askedHistory, type EntityQuestion } from './asked-history.ts';
import type { StreamHistory } from './stream-history.ts';

export type { EntityQuestion } from './asked-history.ts';

export interface OpenHistory {
  readonly axis: Axis;
  readonly defaultAxis: Axis;
  /** Why the default axis is not the recorded one, in words; null where it is. */
  readonly axisReason: string | null;
  /** Newest version that the history knows: the stream's head, or what `upTo` asked for. */
  readonly head: number;
  /** What the question throws is thrown. Errors: those of the fold, and of segments that cannot be read. */
  ask<T>(question: (history: History) => T): Promise<Result<T>>;
  /** The ordinal that a moment as written means. CS-110, CS-111. */
  ordinalOf(moment: string): Promise<Result<number>>;
  readonly segments: StreamHistory;
}

/** null: no event ever named this entity. Errors: those of askedHistory, and of the fold. */
export async function openHistory(
  _viewer: Viewer,
  app: App,
  question: EntityQuestion,
): Promise<Result<OpenHistory | null>> {
  const asked = await askedHistory(app, question);
  if (!asked.ok) return asked;
  if (asked.value === null) return ok(null);
  const { axis, defaultAxis, axisReason, version: head } = asked.value;
  const segments = await app.histories.of(asked.value);
  if (!segments.ok) return segments;
  return ok({
    axis,
    defaultAxis,
    axisReason,
    head,
    segments: segments.value,
    ask: (asked) => segments.value.ask(asked),
    ordinalOf: (moment) => ordinalOf(app, segments.value, moment),
  });
}

async function ordinalOf(app: App, segments: StreamHistory, text: string): Promise<Result<number>> {
  const moment = parseMoment(text);
  if (!moment.ok) return moment;
  const logHead = moment.value.kind === 'position' ? await app.store.readModels.head() : 0n;
  const found = await segments.ask((history) => ordinalOfMoment(history, moment.value, logHead));
  return found.ok ? found.value : found;
}
