import { expect, it } from 'vitest';
import { newEvent } from '../../testing/new-event.ts';
import { storeForTests } from '../../testing/test-store.ts';

const { store } = storeForTests();

it('holds no more bytes of payload than lie in memory well, and at least one event', async () => {
  const wide = JSON.stringify({ wide: 'x'.repeat(1_048_000) });
  const items = Array.from({ length: 20 }, () => ({ event: newEvent({ payload: wide }) }));
  await store().append({ namespace: 'main', atomic: true, items: items.slice(0, 10) });
  await store().append({ namespace: 'main', atomic: true, items: items.slice(10) });
  expect(await store().readModels.stepCatalogue()).toBe(16n);
  expect(await store().readModels.stepCatalogue()).toBe(20n);
  expect(await store().readModels.stepCatalogue()).toBe(20n);
});
