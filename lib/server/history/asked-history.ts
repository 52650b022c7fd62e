/** Which history a question is about: of which stream, on which axis, up to which version, by which rule. */
import { type Axis, fail, ok, type ProjectionKind, type Result } from '#core';
import type { EntityRef, StreamRecord } from '#store';
import type { App } from '../app.ts';
import { defaultAxisOf } from './default-axis.ts';

export interface EntityQuestion {
  readonly namespace: string;
  readonly type: string;
  readonly id: string;
  /** null: the stream's own default. */
  readonly axis: Axis | null;
  /** On the occurred axis: the newest version to take into account; absent or null: the head. */
  readonly upTo?: number | null;
}

export interface AskedHistory {
  readonly stream: StreamRecord;
  readonly kind: ProjectionKind;
  readonly axis: Axis;
  readonly defaultAxis: Axis;
  /** Why the default axis is not the recorded one, in words; null where it is. */
  readonly axisReason: string | null;
  /** Newest version to take into account. */
  readonly version: number;
}

/** null: no event ever named this entity. CS-111: `upTo` is beyond the head. CS-114: `upTo` on the recorded axis. */
export async function askedHistory(
  app: Pick<App, 'store' | 'config'>,
  question: EntityQuestion,
): Promise<Result<AskedHistory | null>> {
  const ref: EntityRef = { namespace: question.namespace, entityType: question.type, entityId: question.id };
  const found = await app.store.foldedStream(ref);
  if (found === null) return ok(null);
  const { stream, registered } = found;
  // The configuration wins over what the first import registered.
  const kind = app.config.kindOf(ref.namespace, ref.entityType) ?? registered ?? 'replace';
  const { axis: defaultAxis, reason: axisReason } = defaultAxisOf(stream);
  const axis = question.axis ?? defaultAxis;
  const upTo = question.upTo ?? null;
  const wrong = upTo === null ? null : upToProblem(upTo, axis, question.axis, stream.version);
  return wrong ?? ok({ stream, kind, axis, defaultAxis, axisReason, version: upTo ?? stream.version });
}

function upToProblem(upTo: number, axis: Axis, given: Axis | null, head: number) {
  if (axis === 'recorded') {
    const by =
      given === null ? 'the default of this stream is the recorded axis' : 'the axis here is recorded';
    return fail(
      'CS-114',
      `upto belongs to the occurred axis, and ${by}, where later events change nothing before them. Ask with axis=occurred, or leave upto out.`,
    );
  }
  if (upTo <= head) return null;
  return fail('CS-111', `Version ${upTo} is beyond the head: the newest version is ${head}.`);
}
