import { describe, expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { sharedText } from '../testing/shared-folder.ts';
import { storeForTests } from '../testing/test-store.ts';

const { store } = storeForTests();

/** Ids of events may have 512 bytes; the list holds longer strings for payloads alone. */
const strings: string[] = JSON.parse(sharedText('vectors/naughty-strings/blns.json'));
const distinct = [...new Set(strings)];
const ids = distinct.filter((text) => Buffer.byteLength(text) <= 512 && !text.includes('\0'));

describe('the big list of naughty strings', () => {
  it('comes back byte for byte as ids, actors and payloads, and the commitments hold', async () => {
    expect(ids.length).toBeGreaterThan(400);
    const events = ids.map((id) =>
      newEvent({
        entityType: id,
        entityId: id,
        type: `t${id}`.slice(0, 400),
        actor: id,
        eventId: id,
        payload: id,
        payloadFormat: 'text',
      }),
    );
    const receipt = await store().append({
      namespace: 'main',
      atomic: true,
      items: events.map((event) => ({ event })),
    });
    expect(receipt).toMatchObject({ ok: true, value: { added: ids.length } });
    expect(await store().eventsFrom(0n, 1_000)).toMatchObject(events);
    for (const id of ids) {
      const stream = await store().stream({ namespace: 'main', entityType: id, entityId: id });
      expect(stream).toMatchObject({ entityType: id, entityId: id, version: 1 });
    }
    expect((await store().verify(() => undefined)).problems).toEqual([]);
  });

  it('comes back byte for byte inside a payload as JSON', async () => {
    const payload = JSON.stringify(distinct);
    await store().append({ namespace: 'json', atomic: true, items: [{ event: newEvent({ payload }) }] });
    expect((await store().eventsFrom(0n, 1, 'json'))[0]?.payload === payload).toBe(true);
  });
});
