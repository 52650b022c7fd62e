/** A history opened for one question: on which axis, up to which version, and every answer about it. */
import { type Axis, fail, type History, ok, ordinalOfMoment, parseMoment, type Result } from '#core';
import type { EntityRef } from '#store';
import type { App } from '../app.ts';
import type { Viewer } from '../viewer.ts';
import { defaultAxisOf } from './default-axis.ts';
import type { StreamHistory } from './stream-history.ts';

export interface EntityQuestion {
  readonly namespace: string;
  readonly type: string;
  readonly id: string;
  /** null: the stream's own default. */
  readonly axis: Axis | null;
  /** On the occurred axis: the newest version to take into account; absent or null: the head. Says nothing on the recorded axis. */
  readonly upTo?: number | null;
}

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

/** null: no event ever named this entity. CS-111: `upTo` is beyond the head. */
export async function openHistory(
  _viewer: Viewer,
  app: App,
  question: EntityQuestion,
): Promise<Result<OpenHistory | null>> {
  const ref: EntityRef = { namespace: question.namespace, entityType: question.type, entityId: question.id };
  const found = await app.store.foldedStream(ref);
  if (found === null) return ok(null);
  const { stream, registered } = found;
  // The configuration wins over what the first import registered.
  const kind = app.config.kindOf(ref.namespace, ref.entityType) ?? registered ?? 'replace';
  const { axis: defaultAxis, reason: axisReason } = defaultAxisOf(stream);
  const axis = question.axis ?? defaultAxis;
  const head = axis === 'occurred' ? (question.upTo ?? stream.version) : stream.version;
  if (head > stream.version) {
    return fail('CS-111', `Version ${head} is beyond the head: the newest version is ${stream.version}.`);
  }
  const segments = await app.histories.of({ stream, axis, kind, version: head });
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
  const logHead = moment.value.kind === 'position' ? (await app.store.status()).head : 0n;
  const found = await segments.ask((history) => ordinalOfMoment(history, moment.value, logHead));
  return found.ok ? found.value : found;
}
