import { describe, expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';

const { store } = storeForTests();

const PAYLOADS = [
  '{"n":9007199254740993,"m":1.10,"big":1E400}',
  '{"a":1,"a":2,"b":{"a":3,"a":4}}',
  '{"nul":"\\u0000","unpaired":"\\ud800","pair":"\\ud83d\\ude00"}',
  '{"__proto__":{"admin":true},"constructor":null,"":0}',
  ' \t\r\n{ "spaced" : [ 1 , 2 ] }\r\n',
  '',
  '\\N',
  '\\.',
  '\\x00',
  'a\tb\\tc\nd\\ne\rf\\rg\bh\fi\vj',
  '"\u2028\u2029\ufeff\u00a0"',
  "'; DROP TABLE event; --",
  '👩‍🚀 \u{10ffff} é e\u0301 \u200f\u202e',
  'x'.repeat(1_048_576),
  '\u0001\u007f\u0080\uffff',
];

const IDS = [
  '',
  '.',
  '..',
  '/',
  '~',
  '%2F',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '0',
  ' ',
  '\t',
  '\n',
  '\\',
  '\\N',
  '$1',
  "'",
  '"',
  '👩‍🚀',
  '\u{10ffff}',
  'ä',
  'a\u0308',
  '\ufeff',
  '\u202e',
  'Ω≈ç√∫',
  '田中さん',
  '<script>',
  '{}',
  '\ufffd',
  'x'.repeat(512),
];

describe('text comes back byte for byte', () => {
  it.each(PAYLOADS.map((payload) => [payload.slice(0, 40), payload]))(
    'as payload: %j',
    async (_, payload) => {
      const event = newEvent({ entityId: 'payloads', payload, metadata: payload, payloadFormat: 'text' });
      await store().append({ namespace: 'main', atomic: true, items: [{ event }] });
      const newest = (await store().overview('main')).newest[0];
      expect(newest?.eventId).toBe(event.eventId);
      expect(newest?.payload === payload && newest.metadata === payload).toBe(true);
    },
  );

  it.each(IDS.map((id) => [id.slice(0, 40), id]))('as any id: %j', async (_, id) => {
    const ref = { namespace: `n${id}`.slice(0, 500), entityType: id, entityId: id };
    const event = newEvent({
      entityType: id,
      entityId: id,
      type: id.replace(/^\$/, '€'),
      actor: id,
      source: id,
      eventId: id,
      correlationId: id,
      causationId: id,
      sourceRef: id,
      sourcePosition: id,
      sourceVersion: id,
      occurredText: id,
      recordedText: id,
      links: [{ entityType: id, entityId: id, role: id }],
    });
    const item = { event };
    expect(await store().append({ namespace: ref.namespace, atomic: true, items: [item] })).toMatchObject({
      value: { added: 1 },
    });
    expect(await store().append({ namespace: ref.namespace, atomic: true, items: [item] })).toMatchObject({
      value: { alreadyThere: 1 },
    });
    const stream = await store().stream(ref);
    expect(stream).toMatchObject(ref);
    expect(await store().eventsFrom(0n, 10, ref.namespace)).toMatchObject([{ ...event, ...ref }]);
    expect(await store().entities({ ...ref, axis: 'recorded', withRemoved: true, limit: 10 })).toMatchObject([
      { entityType: id, entityId: id, lastActor: id },
    ]);
  });

  it('and the commitments hold over all of it', async () => {
    const report = await store().verify(() => undefined);
    expect(report).toMatchObject({ events: PAYLOADS.length + IDS.length, problems: [] });
  });
});
