/** What events made of fields that are the same before and after them all: a limit that was raised and put back. */
import { type History, ok, type Result } from '#core';
import type { ChosenEvent } from '../export/range-pages.ts';
import type { OpenHistory } from '../history/open-history.ts';

export interface ReturnedChanges {
  /** In their order, each with its changes at leaves that are alike at both ends; whatever a filter hides. */
  readonly events: readonly ChosenEvent[];
  /** There are further ones, for which there was no room. */
  readonly isMore: boolean;
}

/** A reader is told of some fields; a thousand changes of them are more than anybody reads. */
const MOST_RETURNED = 1_000;
/** Between two of them others get their turn. */
const PAGE = 200;

export async function returnedChanges(
  history: OpenHistory,
  { after, last }: { readonly after: number; readonly last: number },
): Promise<Result<ReturnedChanges>> {
  const ends = await history.ask((asked) => [textsAt(asked, after), textsAt(asked, last)] as const);
  if (!ends.ok) return ends;
  const [before, behind] = ends.value;
  const events: ChosenEvent[] = [];
  let room = MOST_RETURNED;
  for (let first = after + 1; first <= last; first += PAGE) {
    const page = await history.ask((asked) => {
      const found: ChosenEvent[] = [];
      for (let ordinal = first; ordinal <= Math.min(last, first + PAGE - 1); ordinal += 1) {
        const changes = asked.changesOf(ordinal).filter(({ path }) => before.get(path) === behind.get(path));
        if (changes.length > 0) found.push({ header: asked.event(ordinal), changes });
      }
      return found;
    });
    if (!page.ok) return page;
    for (const event of page.value) {
      room -= event.changes.length;
      if (room < 0) return ok({ events, isMore: true });
      events.push(event);
    }
  }
  return ok({ events, isMore: false });
}

function textsAt(history: History, ordinal: number): ReadonlyMap<string, string> {
  return new Map(history.stateAt(ordinal).map(({ path, text }) => [path, text]));
}
