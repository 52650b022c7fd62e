import { describe, expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';
import { LogRootReader } from './log-root.ts';

describe('the root of the log', () => {
  const { store } = storeForTests();
  const append = (count: number) =>
    store().append({
      namespace: 'main',
      atomic: true,
      items: Array.from({ length: count }, () => ({ event: newEvent() })),
    });

  it('is the one that verify prints, before and after the log has grown', async () => {
    const reader = new LogRootReader(store());
    for (const count of [0, 5, 1, 12]) {
      await append(count);
      const { root, problems, events } = await store().verify(() => undefined);
      expect(problems).toEqual([]);
      expect(await reader.read()).toEqual({ root, upTo: BigInt(events) });
    }
  });

  it('reads once for questions that come together', async () => {
    const reader = new LogRootReader(store());
    const [one, other] = await Promise.all([reader.read(), reader.read()]);
    expect(one).toBe(other);
  });
});
