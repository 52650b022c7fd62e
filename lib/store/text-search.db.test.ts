import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';

const { store } = storeForTests();

const folded = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

const texts = fc.oneof(
  fc.constantFrom('Ab', '%', '_', '\\', "'", 'ß', 'É', 'é', 'changed', '{}', 'a\0', '\ud800', '$1', 'a%b'),
  fc.string({ unit: fc.constantFrom('a', 'B', '%', '_', '\\', 'é', "'"), minLength: 1, maxLength: 3 }),
);

it('a text is found in exactly those events that a look at each of them finds it in', async () => {
  const pieces = fc.string({
    unit: fc.constantFrom('a', 'b', 'A', 'B', '%', '_', '\\', 'é', 'É', "'", 'ß'),
    maxLength: 5,
  });
  const [parts = []] = fc.sample(
    fc.array(fc.record({ payload: pieces, type: pieces, metadata: fc.option(pieces) }), {
      minLength: 60,
      maxLength: 60,
    }),
    { numRuns: 1, seed: 5 },
  );
  const items = parts.map((part) => ({ event: newEvent({ ...part, payloadFormat: 'text' }) }));
  await store().append({ namespace: 'main', atomic: true, items });
  await store().append({
    namespace: 'main',
    atomic: true,
    items: [{ event: newEvent({ entityId: 'other', payload: 'aB%', payloadFormat: 'text' }) }],
  });
  const stream = await store().stream({ namespace: 'main', entityType: 'order', entityId: '4711' });
  const id = stream?.id ?? 0n;
  const events = await store().eventsOf(id, 0, 100);
  expect(events).toHaveLength(60);
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(60), fc.nat(60), async (text, one, other) => {
      const [after, through] = [Math.min(one, other), Math.max(one, other)];
      const naive = events
        .filter(({ version }) => version > after && version <= through)
        .filter(({ payload, type, metadata }) =>
          [payload, type, metadata ?? ''].some((part) => folded(part).includes(folded(text))),
        );
      expect(await store().versionsWithText(id, text, after, through)).toEqual(
        naive.map(({ version }) => version),
      );
    }),
    { numRuns: 150 },
  );
});
