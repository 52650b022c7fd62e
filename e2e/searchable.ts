/** Searches and the change log follow right behind the log. */
import type { APIRequestContext } from '@playwright/test';
import { expect } from './fixtures.ts';

/** When all that is in the log can be found. A large import takes longer than what else is waited for. */
export async function searchable(request: APIRequestContext, timeout = 15_000): Promise<void> {
  await expect
    .poll(
      async () => {
        const found = await (await request.get('/api/v1/events?limit=1')).json();
        const entities = await (await request.get('/api/v1/entities/find?limit=1')).json();
        return found.searchedTo === found.head && entities.changedTo === found.head;
      },
      { timeout },
    )
    .toBe(true);
}
