/** A decoded history, and moments resolved against it: what state, diff and blame start from. */
import { decodeHistory, fail, type History, ok, ordinalOfMoment, parseMoment, type Result } from '#core';
import type { App } from './app.ts';
import { type EntityQuestion, type HistoryDocument, readHistoryDocument } from './history-document.ts';
import type { Viewer } from './viewer.ts';

export interface EntityHistory {
  readonly history: History;
  readonly document: HistoryDocument;
  /** The ordinal that a moment as written means on this history. */
  ordinalOf(moment: string): Promise<Result<number>>;
}

/** null: no event ever named this entity. */
export async function readHistory(
  viewer: Viewer,
  app: App,
  question: EntityQuestion,
): Promise<Result<EntityHistory | null>> {
  const document = await readHistoryDocument(viewer, app, question);
  if (!document.ok) return document;
  const found = document.value;
  if (found === null) return ok(null);
  const decoded = decodeHistory(found.text);
  if (!decoded.ok) return fail('CS-503', `The history could not be read back: ${decoded.error.message}`);
  const history = decoded.value;
  return ok({
    history,
    document: found,
    ordinalOf: async (text) => {
      const moment = parseMoment(text);
      if (!moment.ok) return moment;
      const head = moment.value.kind === 'position' ? (await app.store.status()).head : 0n;
      return ordinalOfMoment(history, moment.value, head);
    },
  });
}
