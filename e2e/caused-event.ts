/** An event of the demo that another caused, and that concerns another entity. */
import type { APIRequestContext } from '@playwright/test';

interface CausedEvent {
  readonly id: string;
  readonly version: number;
  /** An instant at which it was the newest of its entity, as it happened. */
  readonly at: string;
}

export async function causedEvent(request: APIRequestContext): Promise<CausedEvent> {
  const { entities } = await (await request.get('/api/v1/entities?ns=demo&type=payment&limit=20')).json();
  for (const { entityId } of entities) {
    const path = `/api/v1/entities/payment/${encodeURIComponent(entityId)}/events?ns=demo`;
    const { events } = await (await request.get(path)).json();
    const caused = events.find(({ causationId }: { causationId: string | null }) => causationId !== null);
    if (caused !== undefined) {
      const at = new Date(Math.ceil(Number(caused.occurredAt) / 1_000)).toISOString();
      return { id: entityId, version: caused.version, at };
    }
  }
  throw new Error('No payment of the demo was caused by anything.');
}
