import { expect, it } from 'vitest';
import { EVENT_LINE, type StoredEvent } from '#core';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { EventLineReader } from './read-event-lines.ts';

const { store } = appForTests();

const TEXTS = [
  'plain',
  'a\\b',
  'tab\tnew\nline\rreturn',
  '\\N',
  '\\.',
  'Größe 💡 你好',
  '\u0001\b\f\v',
  '"',
  '',
];

it.each(['recorded', 'occurred'] as const)('lines of the %s axis are the events, each once', async (axis) => {
  const events = TEXTS.map((text, index) =>
    newEvent({
      entityType: 'line',
      entityId: axis,
      eventId: `${axis}-${index}-${text}`,
      type: `Said ${text}`,
      actor: index % 2 === 0 ? text : null,
      correlationId: index % 3 === 0 ? text : null,
      payloadFormat: 'text',
      payload: `${text}${'x'.repeat(index * 40_000)}`,
      occurredAt: BigInt(100 - (index % 4)) * 1_000_000n,
      recordedAt: BigInt(100 + index) * 1_000_000n,
    }),
  );
  const items = events.map((event) => ({ event }));
  const receipt = await store().append({ namespace: 'main', items, atomic: true });
  expect(receipt).toMatchObject({ ok: true, value: { added: TEXTS.length } });
  const stream = await store().stream({ namespace: 'main', entityType: 'line', entityId: axis });
  const id = stream?.id ?? 0n;
  const reader = new EventLineReader();
  const read: unknown[] = [];
  for await (const lines of store().eventLines({ streamId: id, axis, upTo: TEXTS.length, after: null }))
    read.push(...reader.read(lines));
  const stored = await store().eventsOf(id, 0, 100);
  const ordered = axis === 'recorded' ? stored : [...stored].sort(byOccurrence);
  expect(read).toEqual(
    ordered.map((event) => Object.fromEntries(EVENT_LINE.map((name) => [name, event[name]]))),
  );
  expect(await store().leafHashesOf(id, 2, 4)).toBe(
    stored
      .slice(2, 4)
      .map(({ leafHash }) => leafHash)
      .join(''),
  );
});

function byOccurrence(a: StoredEvent, b: StoredEvent): number {
  return a.occurredAt === b.occurredAt ? a.version - b.version : a.occurredAt < b.occurredAt ? -1 : 1;
}
