/** Searches and the change log follow right behind the log. */
import type { APIRequestContext } from '@playwright/test';
import { expect } from './fixtures.ts';

/** When all that is in the log can be found. */
export async function searchable(request: APIRequestContext): Promise<void> {
  await expect
    .poll(async () => {
      const found = await (await request.get('/api/v1/events?limit=1')).json();
      const entities = await (await request.get('/api/v1/entities/find?limit=1')).json();
      return found.searchedTo === found.head && entities.changedTo === found.head;
    })
    .toBe(true);
}
