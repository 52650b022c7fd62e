/** The events of a stretch in the order of their axis, page by page, as a filter leaves them. */
import type { Change, EventHeader, StoredEvent } from '#core';
import type { EventFilter } from '#wire';
import { type ChangeRow, type EventRow, joinedRows } from '#wire/export';
import type { App } from '../app.ts';
import { eventDetails } from '../event-details.ts';
import type { OpenHistory } from '../history/open-history.ts';

export interface EventRange {
  /** Ordinals: behind this one … */
  readonly after: number;
  /** … up to and including this one. */
  readonly last: number;
  readonly filter: EventFilter;
}

/** Payload and metadata may have a mebibyte each, so even the worst page fits into memory. */
const PAGE = 200;

/** Of events that lie close together in the stream, those between them are read along. */
const CLOSE = 50;

/** Throws where the history or the store cannot give an event: a file without it would look whole. */
export async function* pagesOfEvents(
  app: App,
  namespace: string,
  history: OpenHistory,
  range: EventRange,
): AsyncGenerator<readonly EventRow[], void, undefined> {
  const { id } = history.segments.question.stream;
  for await (const chosen of chosenPages(app, history, range)) {
    const headers = chosen.map(({ header }) => header);
    const events = await eventsByVersion(
      app,
      id,
      headers.map(({ version }) => version),
    );
    const details = await eventDetails(
      app.fold,
      namespace,
      headers.map(({ version }) => found(events, version)),
    );
    yield headers.flatMap((header, index) => {
      const detail = details[index];
      return detail === undefined ? [] : [{ header, detail }];
    });
  }
}

export async function* pagesOfChanges(
  app: App,
  history: OpenHistory,
  range: EventRange,
): AsyncGenerator<readonly ChangeRow[], void, undefined> {
  for await (const chosen of chosenPages(app, history, range)) {
    yield chosen.flatMap(({ header, changes }) =>
      joinedRows(changes.map((change) => ({ ...change, event: header }))),
    );
  }
}

export interface ChosenEvent {
  readonly header: EventHeader;
  readonly changes: readonly Change[];
}

/** What the filter leaves of each page, which may be nothing. Throws where a segment or the store cannot be read. */
export async function* chosenPages(
  app: App,
  history: OpenHistory,
  { after, last, filter }: EventRange,
): AsyncGenerator<readonly ChosenEvent[], void, undefined> {
  for (let first = after + 1; first <= last; first += PAGE) {
    const end = Math.min(last, first + PAGE - 1);
    const page = await history.ask((asked) => {
      const chosen: ChosenEvent[] = [];
      for (let ordinal = first; ordinal <= end; ordinal += 1) {
        const header = asked.event(ordinal);
        if (!isOf(filter, header)) continue;
        const changes = asked.changesOf(ordinal);
        if (filter.path === null || changes.some(({ path }) => isAtOrBelow(path, filter.path ?? '')))
          chosen.push({ header, changes });
      }
      return chosen;
    });
    if (!page.ok) throw new Error(`${page.error.code}: ${page.error.message}`);
    yield filter.text === null ? page.value : await holding(app, history, filter.text, page.value);
  }
}

/** Looked for in those alone that the rest of the filter leaves, and in those that lie close between them. */
async function holding(
  app: App,
  history: OpenHistory,
  text: string,
  chosen: readonly ChosenEvent[],
): Promise<readonly ChosenEvent[]> {
  const { id } = history.segments.question.stream;
  const found = new Set<number>();
  for (const [first, last] of runsOf(chosen.map(({ header }) => header.version))) {
    for (const version of await app.store.versionsWithText(id, text, first - 1, last)) found.add(version);
  }
  return chosen.filter(({ header }) => found.has(header.version));
}

/** An event without an actor is by the empty name. */
function isOf({ types, actors }: EventFilter, { type, actor }: EventHeader): boolean {
  return (
    (types.length === 0 || types.includes(type)) && (actors.length === 0 || actors.includes(actor ?? ''))
  );
}

function isAtOrBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`);
}

export async function eventsByVersion(
  app: App,
  streamId: bigint,
  versions: readonly number[],
): Promise<ReadonlyMap<number, StoredEvent>> {
  const wanted = new Set(versions);
  const events = new Map<number, StoredEvent>();
  for (const [first, last] of runsOf(versions)) {
    for (const event of await app.store.eventsOf(streamId, first - 1, last - first + 1))
      if (wanted.has(event.version)) events.set(event.version, event);
  }
  return events;
}

function runsOf(versions: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const version of [...versions].sort((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run !== undefined && version - run[1] <= CLOSE && version - run[0] < PAGE) run[1] = version;
    else runs.push([version, version]);
  }
  return runs;
}

function found(events: ReadonlyMap<number, StoredEvent>, version: number): StoredEvent {
  const event = events.get(version);
  if (event === undefined)
    throw new Error(`The store does not give version ${version}, which the history has.`);
  return event;
}
