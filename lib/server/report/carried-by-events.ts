/** What the events of a report say beside what became of the state, without keeping their payloads. */
import { carriedBeside, carriesMore, type LeafText, ok, type Result, type StoredEvent } from '#core';
import { foldedPayload } from '#wire';
import type { App } from '../app.ts';
import { eventDetails } from '../event-details.ts';
import { type ChosenEvent, eventsByVersion } from '../export/range-pages.ts';
import type { OpenHistory } from '../history/open-history.ts';

/** A payload may have a mebibyte. */
const PAGE = 200;

/** In the order of the events; payloads are read as the fold has read them. */
export async function carriedByEvents(
  app: App,
  namespace: string,
  history: OpenHistory,
  events: readonly ChosenEvent[],
): Promise<Result<readonly (readonly LeafText[])[]>> {
  const { label, stream } = history.segments.question;
  if (!carriesMore(label)) return ok(events.map(() => []));
  const carried: (readonly LeafText[])[] = [];
  for (let first = 0; first < events.length; first += PAGE) {
    const page = events.slice(first, first + PAGE).map(({ header }) => header);
    const stored = await eventsByVersion(
      app,
      stream.id,
      page.map(({ version }) => version),
    );
    const payloads = await payloadsOf(
      app,
      namespace,
      page.flatMap(({ version }) => stored.get(version) ?? []),
    );
    const found = await history.ask((asked) =>
      page.map(({ ordinal, version }) => {
        const payload = payloads.get(version) ?? null;
        return payload === null ? [] : carriedBeside(payload, asked.stateAt(ordinal));
      }),
    );
    if (!found.ok) return found;
    carried.push(...found.value);
  }
  return ok(carried);
}

async function payloadsOf(app: App, namespace: string, events: readonly StoredEvent[]) {
  const details = await eventDetails(app.fold, namespace, events);
  return new Map(details.map((detail) => [detail.version, foldedPayload(detail)]));
}
