import { describe, expect, it } from 'vitest';
import type { NewEvent } from '#core';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';
import type { AppendItem } from './store.ts';

const { store } = storeForTests();

const one = (item: AppendItem, importId?: bigint) =>
  store().append({
    namespace: 'main',
    atomic: false,
    items: [item],
    ...(importId === undefined ? {} : { importId }),
  });

describe('concurrent small requests', () => {
  it('go in together, and a refused one fails alone', async () => {
    const requests = Array.from({ length: 200 }, (_, n) =>
      one({ event: newEvent({ entityId: `c${n % 7}`, payload: n === 100 ? '\0' : `${n}` }) }),
    );
    const results = await Promise.all(requests);
    const kinds = results.map((result) => result.ok && result.value.outcomes[0]?.kind);
    expect(kinds.filter((kind) => kind === 'added')).toHaveLength(199);
    expect(kinds[100]).toBe('refused');
    // Every transaction reads the clock once.
    const transactions = new Set((await store().eventsFrom(0n, 1_000)).map((event) => event.ingestedAt));
    expect(transactions.size).toBeLessThan(20);
  });

  it('see nothing of one that was all or nothing and came to nothing', async () => {
    const events = [1, 2].map(() => newEvent({ entityId: 'undone' }));
    const bad = newEvent({ entityId: 'undone', payload: '\0' });
    const append = (list: readonly NewEvent[], atomic: boolean) =>
      store().append({ namespace: 'main', atomic, items: list.map((event) => ({ event })) });
    // While the first is under way, the other two gather and go in together.
    const [, refused, added] = await Promise.all([
      one({ event: newEvent() }),
      append([...events, bad], true),
      append(events, false),
    ]);
    expect(refused).toMatchObject({ value: { added: 0, refused: 3 } });
    expect(added).toMatchObject({
      value: {
        outcomes: [
          { kind: 'added', version: 1 },
          { kind: 'added', version: 2 },
        ],
      },
    });
  });

  it('do not fail for the fault of another', async () => {
    const importOfNobody = 999_999n;
    const [good, bad, alsoGood] = await Promise.allSettled([
      one({ event: newEvent() }),
      one({ event: newEvent() }, importOfNobody),
      one({ event: newEvent() }),
    ]);
    expect(good).toMatchObject({ status: 'fulfilled', value: { ok: true, value: { added: 1 } } });
    expect(alsoGood).toMatchObject({ status: 'fulfilled', value: { ok: true, value: { added: 1 } } });
    expect(bad).toMatchObject({ status: 'rejected', reason: { message: 'there is no import 999999' } });
    expect((await store().verify(() => undefined)).problems).toEqual([]);
  });
});

describe('a whole append', () => {
  async function* batches(...list: AppendItem[][]): AsyncGenerator<AppendItem[]> {
    yield* list;
  }
  const item = (entityId: string, payload = '{}', eventId?: string): AppendItem => ({
    event: newEvent({ entityId, payload, ...(eventId === undefined ? {} : { eventId }) }),
  });

  it('adds all batches, or nothing and every refusal by its number', async () => {
    const first = [item('w', '1', 'w1'), item('w', '2', 'w2')];
    const { head } = await store().status();
    const refused = await store().appendWhole(
      { namespace: 'main' },
      batches(first, [], [item('w', '\0')], [item('w'), { ...item('w'), expectedVersion: 9 }]),
    );
    expect(refused).toMatchObject({ ok: true, value: { added: 0, alreadyThere: 0, refused: 2 } });
    expect(refused.ok && refused.value.outcomes).toMatchObject([
      { kind: 'refused', code: 'CS-312', item: 2 },
      { kind: 'refused', code: 'CS-301', item: 4 },
    ]);
    expect((await store().status()).head).toBe(head);

    const added = await store().appendWhole({ namespace: 'main' }, batches(first, [item('w', '3')]));
    expect(added).toMatchObject({ ok: true, value: { added: 3, refused: 0, outcomes: [] } });
    expect(await store().stream({ namespace: 'main', entityType: 'order', entityId: 'w' })).toMatchObject({
      version: 3,
    });
    const again = await store().appendWhole({ namespace: 'main' }, batches(first));
    expect(again).toMatchObject({ ok: true, value: { added: 0, alreadyThere: 2 } });
  });

  it('keeps nothing where its batches break off', async () => {
    const { head } = await store().status();
    async function* breaking(): AsyncGenerator<AppendItem[]> {
      yield [item('broken')];
      throw new Error('the file ended early');
    }
    await expect(store().appendWhole({ namespace: 'main' }, breaking())).rejects.toThrow(
      'the file ended early',
    );
    expect((await store().status()).head).toBe(head);
  });

  it('makes others wait, and lets them in after it', async () => {
    let inside = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      inside = resolve;
    });
    let other: Promise<unknown> = Promise.resolve();
    async function* slow(): AsyncGenerator<AppendItem[]> {
      yield [item('slow')];
      inside();
      other = one(item('slow'));
      yield [item('slow')];
    }
    await store().appendWhole({ namespace: 'main' }, slow());
    await begun;
    expect(await other).toMatchObject({ ok: true, value: { outcomes: [{ kind: 'added', version: 3 }] } });
  });
});
