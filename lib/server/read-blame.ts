/** For every path of a state: the event that last set it. */
import { type Axis, type EventHeader, ok, type Result } from '#core';
import type { App } from './app.ts';
import { type EntityQuestion, openHistory } from './history/open-history.ts';
import type { Viewer } from './viewer.ts';

export type BlameAnswer =
  | {
      readonly exists: true;
      readonly version: number;
      /** The one that was folded on: as asked, or the stream's own. */
      readonly axis: Axis;
      /** Ascending by path. */
      readonly lines: readonly BlameLine[];
    }
  /** `known`: some event names this entity, though it did not exist at that moment. */
  | { readonly exists: false; readonly known: boolean };

export interface BlameLine {
  readonly path: string;
  /** Exact JSON text. */
  readonly text: string;
  readonly event: EventHeader;
}

export async function readBlame(
  viewer: Viewer,
  app: App,
  question: EntityQuestion & { readonly at: string },
): Promise<Result<BlameAnswer>> {
  const opened = await openHistory(viewer, app, question);
  if (!opened.ok) return opened;
  if (opened.value === null) return ok({ exists: false, known: false });
  const { axis, ask, ordinalOf } = opened.value;
  const ordinal = await ordinalOf(question.at);
  if (!ordinal.ok) return ordinal;
  return ask((history): BlameAnswer => {
    const leaves = history.stateAt(ordinal.value);
    if (leaves.length === 0) return { exists: false, known: true };
    const lines = leaves.map(({ path, text, ordinal: setBy }) => ({
      path,
      text,
      event: history.event(setBy),
    }));
    return { exists: true, version: history.event(ordinal.value).version, axis, lines };
  });
}
