/** The whole encoded history of one entity: what a page needs to answer every further question by itself. */
import { type Axis, encodeHistory, ok, type Result } from '#core';
import type { App } from './app.ts';
import { type EntityQuestion, openHistory } from './history/open-history.ts';
import type { Viewer } from './viewer.ts';

export interface HistoryDocument {
  /** Core's encodeHistory. */
  readonly bytes: Uint8Array;
  readonly axis: Axis;
  readonly defaultAxis: Axis;
  readonly axisReason: string | null;
  readonly head: number;
}

/** null: no event ever named this entity. */
export async function readHistory(
  viewer: Viewer,
  app: App,
  question: EntityQuestion,
): Promise<Result<HistoryDocument | null>> {
  const opened = await openHistory(viewer, app, question);
  if (!opened.ok) return opened;
  if (opened.value === null) return ok(null);
  const { axis, defaultAxis, axisReason, head, segments } = opened.value;
  const bytes = await segments.allBytes();
  return bytes.ok ? ok({ bytes: encodeHistory(bytes.value), axis, defaultAxis, axisReason, head }) : bytes;
}
