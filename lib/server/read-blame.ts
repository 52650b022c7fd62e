/** For every path of a state: the event that last set it. */
import { type EventHeader, ok, type Result } from '#core';
import type { App } from './app.ts';
import { readHistory } from './history-at.ts';
import type { EntityQuestion } from './history-document.ts';
import type { Viewer } from './viewer.ts';

export type BlameAnswer =
  | { readonly exists: true; readonly version: number; readonly lines: readonly BlameLine[] }
  | { readonly exists: false };

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
  const found = await readHistory(viewer, app, question);
  if (!found.ok) return found;
  if (found.value === null) return ok({ exists: false });
  const { history, ordinalOf } = found.value;
  const ordinal = await ordinalOf(question.at);
  if (!ordinal.ok) return ordinal;
  const leaves = history.stateAt(ordinal.value);
  if (leaves.length === 0) return ok({ exists: false });
  const lines = leaves.map(({ path, text, ordinal: setBy }) => ({ path, text, event: history.event(setBy) }));
  return ok({ exists: true, version: history.event(ordinal.value).version, lines });
}
