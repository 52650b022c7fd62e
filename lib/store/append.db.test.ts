import { describe, expect, it } from 'vitest';
import { EVENT_FLAGS, type NewEvent } from '#core';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';
import type { AppendItem, AppendReceipt, AppendRequest } from './store.ts';

const { store } = storeForTests();
const main = { namespace: 'main', entityType: 'order' };

async function append(
  items: readonly AppendItem[],
  more: Partial<AppendRequest> = {},
): Promise<AppendReceipt> {
  const result = await store().append({ namespace: 'main', atomic: false, items, ...more });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function streamEvents(entityId: string) {
  const stream = await store().stream({ ...main, entityId });
  return stream === null ? [] : store().eventsOf(stream.id, 0, 100);
}

const item = (parts: Partial<NewEvent>): AppendItem => ({ event: newEvent(parts) });

describe('append', () => {
  it('gives dense positions and versions and gives back what came in', async () => {
    const before = (await store().status()).head;
    const links = [
      { entityType: 'user', entityId: 'u1', role: 'approver' },
      { entityType: 'user', entityId: 'u0', role: '' },
    ];
    const full = newEvent({
      entityId: 'full',
      actor: 'ann',
      correlationId: 'c',
      causationId: '',
      sourceRef: 'a.log:7',
      sourcePosition: '0/1',
      sourceVersion: '3',
      metadata: '{"a":1.10}',
      occurredText: '1970-01-01T00:00:01+00:00',
      recordedText: '',
      links,
      flags: EVENT_FLAGS.occurredLeap,
      payload: '{"tab":"\\t","slash":"\\\\N"}\n\t\\N\r\n',
    });
    const receipt = await append([
      { event: full },
      item({ entityId: 'full', removed: true }),
      item({ entityId: 'other' }),
    ]);
    expect(receipt).toMatchObject({ added: 3, alreadyThere: 0, refused: 0 });
    expect(receipt.outcomes).toEqual([
      { kind: 'added', position: before + 1n, version: 1 },
      { kind: 'added', position: before + 2n, version: 2 },
      { kind: 'added', position: before + 3n, version: 1 },
    ]);
    const { entityType, entityId, ...stored } = full;
    expect((await streamEvents('full'))[0]).toMatchObject({ ...stored, version: 1, position: before + 1n });
    expect(await store().stream({ ...main, entityId: 'full' })).toMatchObject({
      version: 2,
      removed: true,
      recordedGiven: true,
    });
  });

  it('fills in times that the source did not give, and says so', async () => {
    await append([
      item({ entityId: 'times', occurredAt: null, recordedAt: null }),
      item({ entityId: 'times', occurredAt: null }),
    ]);
    const [first, second] = await streamEvents('times');
    expect(first?.flags).toBe(EVENT_FLAGS.occurredIsOurs | EVENT_FLAGS.recordedIsOurs);
    expect(first?.recordedAt).toBe(first?.ingestedAt);
    expect(first?.occurredAt).toBe(first?.recordedAt);
    expect(Number(first?.ingestedAt ?? 0n) / 1000).toBeCloseTo(Date.now(), -5);
    expect(second?.flags).toBe(EVENT_FLAGS.occurredIsOurs | EVENT_FLAGS.recordedWentBack);
    expect(second).toMatchObject({ occurredAt: 2_000_000n, recordedHigh: first?.recordedAt });
    expect((await store().stream({ ...main, entityId: 'times' }))?.recordedGiven).toBe(false);
  });

  it('keeps the running maximum of a clock that goes back', async () => {
    await append([5n, 3n, 4n, 9n].map((recordedAt) => item({ entityId: 'back', recordedAt })));
    const events = await streamEvents('back');
    expect(events.map((event) => event.recordedHigh)).toEqual([5n, 5n, 5n, 9n]);
    expect(events.map((event) => event.flags)).toEqual([0, 16, 16, 0]);
  });

  it("lets no caller set the flags that are the store's", async () => {
    await append([item({ entityId: 'flags', flags: 63 })]);
    expect((await streamEvents('flags'))[0]?.flags).toBe(
      EVENT_FLAGS.occurredLeap | EVENT_FLAGS.recordedLeap | EVENT_FLAGS.notADocument,
    );
  });

  it('refuses a batch over its bound', async () => {
    const items = Array.from({ length: 5_001 }, () => item({}));
    const result = await store().append({ namespace: 'main', atomic: false, items });
    expect(result).toMatchObject({ ok: false, error: { code: 'CS-314' } });
  });

  it('takes nothing for an answer', async () => {
    expect(await append([])).toEqual({ added: 0, alreadyThere: 0, refused: 0, outcomes: [] });
  });
});

describe('the same event again', () => {
  it('is already there, wherever in its source it lies now and whatever its times were filled with', async () => {
    const event = newEvent({ entityId: 'twice', occurredAt: null, recordedAt: null, sourceRef: 'a:1' });
    const first = await append([{ event }]);
    const again = await append([{ event: { ...event, sourceRef: 'a:2' }, expectedVersion: 0 }]);
    expect(again.alreadyThere).toBe(1);
    expect(again.outcomes).toEqual(first.outcomes.map((outcome) => ({ ...outcome, kind: 'alreadyThere' })));
  });

  it('with other content is refused, whatever differs', async () => {
    const event = newEvent({ entityId: 'changed', payload: '{"a":1}' });
    await append([{ event }]);
    const others: Partial<NewEvent>[] = [
      { payload: '{"a": 1}' },
      { entityId: 'x' },
      { type: 'Other' },
      { schemaVersion: 2 },
      { removed: true },
      { payloadFormat: 'text' },
      { occurredAt: null },
      { recordedAt: 7n },
      { flags: EVENT_FLAGS.occurredLeap },
      { actor: '' },
      { correlationId: 'x' },
      { causationId: 'x' },
      { sourcePosition: 'x' },
      { sourceVersion: 'x' },
      { metadata: '{}' },
      { occurredText: 'x' },
      { recordedText: 'x' },
      { links: [{ entityType: '', entityId: '', role: '' }] },
    ];
    const receipt = await append(others.map((other) => ({ event: { ...event, ...other } })));
    expect(
      receipt.outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.code : outcome.kind)),
    ).toEqual(others.map(() => 'CS-302'));
    expect(await append([{ event }], { namespace: 'elsewhere' })).toMatchObject({ refused: 1 });
  });

  it('is found within one request too', async () => {
    const event = newEvent({ entityId: 'within' });
    const receipt = await append([{ event }, { event }, { event: { ...event, payload: '[]' } }]);
    expect(receipt.outcomes.map(({ kind }) => kind)).toEqual(['added', 'alreadyThere', 'refused']);
    expect(receipt.outcomes[1]).toMatchObject({
      position: receipt.outcomes[0]?.kind === 'added' && receipt.outcomes[0].position,
    });
  });
});

describe('a request that is all or nothing and is refused', () => {
  const event = (parts: Partial<NewEvent>) => newEvent({ entityId: 'undone', eventId: 'undone', ...parts });
  const items = (): AppendItem[] => [
    { event: event({ sourceRef: 'a.log:1' }) },
    { event: event({ sourceRef: 'a.log:2' }) },
    { event: event({ sourceRef: 'a.log:3', payload: '[]' }) },
    { event: newEvent({ entityId: 'undone' }), expectedVersion: 0 },
  ];
  const CONFLICT =
    'Event "undone" of source "test" has other content in an earlier item of the same request (a.log:1).';
  const VERSION =
    'order "undone" is at version 1 (counting the earlier items of the same request), not at version 0 as expected.';

  it('names no place that is taken back', async () => {
    const receipt = await append(items(), { atomic: true });
    expect(receipt).toMatchObject({ added: 0, alreadyThere: 0, refused: 4 });
    expect(receipt.outcomes).toMatchObject([
      { code: 'CS-304' },
      { code: 'CS-304' },
      { code: 'CS-302', reason: CONFLICT },
      { code: 'CS-301', reason: VERSION },
    ]);
  });

  it('names none either where it came as several batches', async () => {
    const known = newEvent({ entityId: 'known before' });
    await append([{ event: known }]);
    const [first, ...others] = items();
    async function* batches() {
      yield [{ event: known }, ...(first === undefined ? [] : [first])];
      yield others;
    }
    const receipt = await store().appendWhole({ namespace: 'main' }, batches());
    expect(receipt).toMatchObject({ ok: true, value: { added: 0, alreadyThere: 1, refused: 2 } });
    expect(receipt.ok && receipt.value.outcomes).toMatchObject([
      { code: 'CS-302', reason: CONFLICT, item: 3 },
      { code: 'CS-301', reason: VERSION, item: 4 },
    ]);
  });

  it('leaves those that stand alone in the words of the log', async () => {
    const receipt = await append(items());
    const { head } = await store().status();
    expect(receipt.outcomes).toMatchObject([
      { kind: 'added' },
      { kind: 'alreadyThere' },
      { code: 'CS-302', reason: expect.stringContaining(`at position ${head} with other content`) },
      { code: 'CS-301', reason: 'order "undone" is at version 1, not at version 0 as expected.' },
    ]);
  });
});

describe('an expected version', () => {
  it("that is not the stream's is a conflict that names both", async () => {
    const event = (version: number) => ({ ...item({ entityId: 'expected' }), expectedVersion: version });
    expect(await append([event(0), event(1)])).toMatchObject({ added: 2 });
    const conflict = await append([event(1)]);
    expect(conflict.outcomes[0]).toMatchObject({ kind: 'refused', code: 'CS-301', item: 0 });
    expect(conflict.outcomes[0]).toHaveProperty(
      'reason',
      'order "expected" is at version 2, not at version 1 as expected.',
    );
  });

  it('lets one of many writers through', async () => {
    const tries = Array.from({ length: 20 }, () =>
      append([{ ...item({ entityId: 'race' }), expectedVersion: 0 }]),
    );
    const receipts = await Promise.all(tries);
    expect(receipts.reduce((sum, receipt) => sum + receipt.added, 0)).toBe(1);
    expect(receipts.reduce((sum, receipt) => sum + receipt.refused, 0)).toBe(19);
  });
});

describe('a refused item', () => {
  const bad = () => item({ entityId: 'bad\0' });

  it('fails alone where the request is not atomic', async () => {
    const receipt = await append([item({ entityId: 'alone' }), bad(), item({ entityId: 'alone' })]);
    expect(receipt).toMatchObject({ added: 2, refused: 1 });
    expect(receipt.outcomes[1]).toMatchObject({ kind: 'refused', code: 'CS-312', item: 1 });
    expect((await streamEvents('alone')).map((event) => event.version)).toEqual([1, 2]);
  });

  it('takes all with it where the request is atomic, and leaves no trace', async () => {
    const head = (await store().status()).head;
    const items = [item({ entityId: 'atomic' }), item({ entityId: 'atomic' }), bad()];
    const receipt = await append(items, { atomic: true });
    expect(receipt).toMatchObject({ added: 0, refused: 3 });
    expect(receipt.outcomes.map((outcome) => outcome.kind === 'refused' && outcome.code)).toEqual([
      'CS-304',
      'CS-304',
      'CS-312',
    ]);
    expect(await store().stream({ ...main, entityId: 'atomic' })).toBeNull();
    expect(await append(items.slice(0, 2), { atomic: true })).toMatchObject({ added: 2 });
    expect((await store().status()).head).toBe(head + 2n);
  });
});
