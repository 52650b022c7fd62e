/** The state of one entity at one moment. */
import { type EventHeader, ok, type Result, stateText } from '#core';
import type { App } from './app.ts';
import { type EntityQuestion, openHistory } from './history/open-history.ts';
import type { Viewer } from './viewer.ts';

export type StateAnswer =
  | {
      readonly exists: true;
      /** Version of the event that the state is after. */
      readonly version: number;
      /** Exact JSON, keys in UTF-16 code-unit order. */
      readonly text: string;
      readonly event: EventHeader;
    }
  /** `known`: some event names this entity, though it did not exist at that moment. */
  | { readonly exists: false; readonly known: boolean };

/** `exists: false` before the first event, after a removal, and for an entity that no event names. */
export async function readState(
  viewer: Viewer,
  app: App,
  question: EntityQuestion & { readonly at: string },
): Promise<Result<StateAnswer>> {
  const opened = await openHistory(viewer, app, question);
  if (!opened.ok) return opened;
  if (opened.value === null) return ok({ exists: false, known: false });
  const ordinal = await opened.value.ordinalOf(question.at);
  if (!ordinal.ok) return ordinal;
  return opened.value.ask((history): StateAnswer => {
    const text = stateText(history.stateAt(ordinal.value));
    if (text === null || ordinal.value === 0) return { exists: false, known: true };
    const event = history.event(ordinal.value);
    return { exists: true, version: event.version, text, event };
  });
}
