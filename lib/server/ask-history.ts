/** Whatever a page has to know of one history, asked in one go, with the outline from which a browser goes on by itself. */
import { type History, ok, type Result } from '#core';
import type { App } from './app.ts';
import { type EntityQuestion, openHistory } from './history/open-history.ts';
import { type OutlineAnswer, outlineOfOpen } from './read-outline.ts';
import { readLogHead } from './read-status.ts';
import type { Viewer } from './viewer.ts';

export interface AskedHistory {
  readonly outline: OutlineAnswer;
  /** Why the default axis is not the recorded one, in words; null where it is. */
  readonly axisReason: string | null;
  /** Newest position of the whole log. */
  readonly logHead: bigint;
}

/** What `ask` throws is thrown. null: no event ever named this entity. CS-111: `upTo` is beyond the head. */
export async function askHistory<T>(
  viewer: Viewer,
  app: App,
  question: EntityQuestion,
  ask: (history: History, asked: AskedHistory) => T,
): Promise<Result<(AskedHistory & { readonly answer: T }) | null>> {
  const opened = await openHistory(viewer, app, question);
  if (!opened.ok) return opened;
  if (opened.value === null) return ok(null);
  const outline = await outlineOfOpen(opened.value);
  if (!outline.ok) return outline;
  // Read after the history was opened, so that none of its events is beyond it.
  const logHead = await readLogHead(viewer, app);
  const asked = { outline: outline.value, axisReason: opened.value.axisReason, logHead };
  const answer = await opened.value.ask((history) => ask(history, asked));
  return answer.ok ? ok({ ...asked, answer: answer.value }) : answer;
}
