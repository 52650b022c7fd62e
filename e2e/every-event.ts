/** All events that a query finds, page by page as the API lists them. */
import type { APIRequestContext } from '@playwright/test';

export interface ListedEvent {
  readonly entityType: string;
  readonly entityId: string;
  readonly actor: string | null;
  readonly source: string;
  readonly recordedAt: string;
}

/** Newest first. */
export async function everyEvent(
  request: APIRequestContext,
  namespace: string,
  query = '',
): Promise<readonly ListedEvent[]> {
  const events: ListedEvent[] = [];
  let after: string | null = '';
  while (after !== null) {
    const asked = new URLSearchParams({ ns: namespace, q: query, limit: '1000' });
    if (after !== '') asked.set('after', after);
    const page = await (await request.get(`/api/v1/events?${asked}`)).json();
    events.push(...page.events);
    after = page.next;
  }
  return events;
}
