/** The events of a stream in the order of an axis, page by page; the next page is read while this one is folded. */
import type { Axis, StoredEvent } from '#core';
import type { Store, StreamRecord } from '#store';

const PAGE = 2_000;

export interface EventRange {
  readonly axis: Axis;
  /** The newest version to take into account. */
  readonly version: number;
  /** Go on behind this event. */
  readonly after: Pick<StoredEvent, 'version' | 'occurredAt'> | null;
}

export async function* eventPages(
  store: Store,
  stream: StreamRecord,
  { axis, version, after }: EventRange,
): AsyncGenerator<readonly StoredEvent[], void, undefined> {
  const read = (from: EventRange['after']) =>
    store.eventsInOrder({ streamId: stream.id, axis, upTo: version, after: from, limit: PAGE });
  let next: Promise<readonly StoredEvent[]> | null = read(after);
  while (next !== null) {
    const page: readonly StoredEvent[] = await next;
    const last = page.at(-1);
    next = last === undefined || page.length < PAGE ? null : read(last);
    // Where nobody takes the page that is on its way, its failure is nobody's either.
    next?.catch(() => undefined);
    if (page.length > 0) yield page;
  }
}
