import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENT_FLAGS, LIMITS } from '#core';
import { ReadMeter } from './input.ts';
import { type NdjsonOptions, readMapping } from './ndjson-mapping.ts';
import { findInputs, openSource } from './open-source.ts';
import type { SourceItem } from './source.ts';

const BASE: NdjsonOptions = { entityType: 'order', entityId: '/id', eventType: '/type' };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chronoscope-ndjson-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('mapping', () => {
  test('every part comes from its pointer, and the payload as it was written', async () => {
    const line =
      '{"id":9007199254740993,"type":"paid","who":"ann","at":"2024-05-01T10:00:00.123456789+02:00","seen":1714550400,"v":3,' +
      '"c":"c1","k":"k1","m":{"ip" : "::1"},"body":{"z":1.10, "a":1E400,"a":"\\u0000\\ud800","__proto__":{}}}';
    const item = await only(line, {
      ...BASE,
      actor: '/who',
      occurredAt: '/at',
      recordedAt: '/seen',
      payload: '/body',
      schemaVersion: '/v',
      correlationId: '/c',
      causationId: '/k',
      metadata: '/m',
      eventId: '/type,/id',
    });
    expect(item).toMatchObject({
      ok: true,
      place: `${path.join(folder, 'log.ndjson')}:1`,
      event: {
        entityType: 'order',
        entityId: '9007199254740993',
        type: 'paid',
        schemaVersion: 3,
        removed: false,
        payloadFormat: 'json',
        payload: '{"z":1.10, "a":1E400,"a":"\\u0000\\ud800","__proto__":{}}',
        occurredAt: 1714550400123456n,
        occurredText: '2024-05-01T10:00:00.123456789+02:00',
        recordedAt: 1714550400000000n,
        flags: 0,
        actor: 'ann',
        source: 'log.ndjson',
        sourceRef: 'log.ndjson:1',
        eventId: 'paid/9007199254740993',
        correlationId: 'c1',
        causationId: 'k1',
        metadata: '{"ip" : "::1"}',
      },
    });
  });

  test('without options the payload is the whole line and times are not given', async () => {
    const line = '{"type":"t","id":"a/b"}';
    expect(await only(line)).toMatchObject({
      event: {
        payload: line,
        occurredAt: null,
        recordedAt: null,
        actor: null,
        schemaVersion: 1,
        metadata: null,
      },
    });
  });

  test('joined ids keep their parts apart', async () => {
    const options = { ...BASE, eventId: '/a,/b' };
    const [one, two] = await read(
      '{"id":1,"type":"t","a":"x/y","b":"z"}\n{"id":1,"type":"t","a":"x","b":"y/z"}',
      options,
    );
    expect(one).toMatchObject({ event: { eventId: 'x~1y/z' } });
    expect(two).toMatchObject({ event: { eventId: 'x/y~1z' } });
  });

  test('an actor that is null is none', async () => {
    expect(await only('{"id":1,"type":"t","who":null}', { ...BASE, actor: '/who' })).toMatchObject({
      event: { actor: null },
    });
  });

  test('second 60 is marked', async () => {
    const item = await only('{"id":1,"type":"t","at":"2016-12-31T23:59:60Z"}', {
      ...BASE,
      occurredAt: '/at',
      recordedAt: '/at',
    });
    expect(item).toMatchObject({ event: { flags: EVENT_FLAGS.occurredLeap | EVENT_FLAGS.recordedLeap } });
  });

  test('a time without a zone needs one', async () => {
    const line = '{"id":1,"type":"t","at":"2024-07-01T12:00:00"}';
    const options = { ...BASE, occurredAt: '/at' };
    expect(await only(line, options)).toMatchObject({ ok: false, refusal: { code: 'CS-123' } });
    expect(await only(line, options, 'Europe/Berlin')).toMatchObject({
      event: { occurredAt: 1719828000000000n },
    });
  });
});

describe('removals and texts', () => {
  const options = { ...BASE, payload: '/body', payloadText: '/text', removedWhen: '/op=gone' };

  test('a removed entity needs no payload, another event does', async () => {
    expect(await only('{"id":1,"type":"t","op":"gone"}', options)).toMatchObject({
      event: { removed: true, payloadFormat: 'text', payload: '', flags: EVENT_FLAGS.notADocument },
    });
    expect(await only('{"id":1,"type":"t","op":"gone","body":null}', options)).toMatchObject({
      event: { removed: true, payloadFormat: 'json', payload: 'null', flags: 0 },
    });
    expect(await only('{"id":1,"type":"t","op":"kept"}', options)).toMatchObject({
      ok: false,
      refusal: { code: 'CS-204', reason: '--payload /body leads to nothing' },
    });
    expect(await only('{"id":1,"type":"t","body":null}', options)).toMatchObject({
      event: { removed: false, payload: 'null' },
    });
  });

  test('a removal may be a flag or a number', async () => {
    const flagged = { ...BASE, removedWhen: '/gone=true' };
    expect(await only('{"id":1,"type":"t","gone":true}', flagged)).toMatchObject({
      event: { removed: true },
    });
    expect(await only('{"id":1,"type":"t","gone":{}}', flagged)).toMatchObject({ event: { removed: false } });
    expect(await only('{"id":1,"type":"t"}', { ...BASE, removedWhen: '/gone=undefined' })).toMatchObject({
      event: { removed: false },
    });
  });

  test('text in the place of a document is kept and marked', async () => {
    expect(await only('{"id":1,"type":"t","text":"{ not\\njson"}', options)).toMatchObject({
      event: { payloadFormat: 'text', payload: '{ not\njson', flags: EVENT_FLAGS.notADocument },
    });
    expect(await only('{"id":1,"type":"t","text":"a\\u0000"}', options)).toMatchObject({
      event: { payloadFormat: 'base64', payload: 'YQA=', flags: EVENT_FLAGS.notADocument },
    });
    expect(await only('{"id":1,"type":"t","text":"\\ud800"}', options)).toMatchObject({
      ok: false,
      refusal: { code: 'CS-205' },
    });
  });
});

describe('refusals', () => {
  test('each is named with its file and line, blank lines count as lines only', async () => {
    const text = Buffer.concat([
      Buffer.from(
        '\ufeff{"id":1,"type":"t"}\r\n\n \t\nbad\n{"id":{},"type":"t"}\n{"id":null,"type":"t"}\n{"type":"t"}\n{"id":"',
      ),
      Buffer.from([0xff]),
      Buffer.from('"}\n{"id":2,"type":"t"}'),
    ]);
    const items = await read(text);
    const file = path.join(folder, 'log.ndjson');
    expect(items.map(brief)).toEqual([
      [`${file}:1`, null],
      [`${file}:4`, 'CS-101'],
      [`${file}:5`, 'CS-205'],
      [`${file}:6`, 'CS-205'],
      [`${file}:7`, 'CS-204'],
      [`${file}:8`, 'CS-100'],
      [`${file}:9`, null],
    ]);
    expect(Buffer.from(items[5]?.raw ?? []).toString('hex')).toBe('7b226964223a22ff227d');
  });

  test('an impossible offset is a refusal that names the field', async () => {
    const item = await only('{"id":1,"type":"t","at":"2024-05-01T10:00:00+518:00"}', {
      ...BASE,
      recordedAt: '/at',
    });
    expect(item).toMatchObject({
      ok: false,
      refusal: { code: 'CS-121', reason: expect.stringMatching(/^\/at: /) },
    });
  });

  test('a reason stays short, whatever it quotes', async () => {
    const item = await only(`{"id":1,"type":"t","at":"${'x'.repeat(100_000)}"}`, {
      ...BASE,
      occurredAt: '/at',
    });
    if (item === undefined || item.ok) throw new Error('a refusal was expected');
    expect(item.refusal.reason.length).toBeLessThan(600);
    expect(item.refusal.reason).toMatch(/^\/at: "xxx.* … .*is not an instant/);
  });

  test('a payload over its bounds is refused, a wide envelope around a small one is not', async () => {
    const filler = 'x'.repeat(LIMITS.payloadBytes);
    const options = { ...BASE, payload: '/body' };
    expect(await only(`{"id":1,"type":"t","body":1,"other":"${filler}"}`, options)).toMatchObject({
      ok: true,
      event: { payload: '1' },
    });
    expect(await only(`{"id":1,"type":"t","body":"${filler}"}`, options)).toMatchObject({
      ok: false,
      refusal: { code: 'CS-104' },
    });
  });

  test('a line over every bound is refused by its place, and the next one is read', async () => {
    const items = await read(`"${'x'.repeat(9 * LIMITS.payloadBytes)}"\n{"id":1,"type":"t"}\n`);
    expect(items.map(brief).map(([, code]) => code)).toEqual(['CS-202', null]);
  });
});

describe('inputs', () => {
  const line = '{"id":1,"type":"t"}\n';

  test('gzip is unpacked, whatever it is called, and names the source without .gz', async () => {
    const [item] = await readFileNamed('log.ndjson.gz', gzipSync(line));
    expect(item).toMatchObject({ ok: true, event: { source: 'log.ndjson', sourceRef: 'log.ndjson:1' } });
    expect(await readFileNamed('packed', Buffer.concat([gzipSync(line), gzipSync(line)]))).toHaveLength(2);
  });

  test('a torn gzip gives what it holds and then a refusal', async () => {
    const many = line.repeat(20_000);
    const items = await readFileNamed('torn.gz', gzipSync(many, { level: 0 }).subarray(0, 200_000));
    expect(items.length).toBeGreaterThan(100);
    expect(items.at(-1)).toMatchObject({ ok: false, refusal: { code: 'CS-210' } });
    expect(items.slice(0, -1).every((item) => item.ok)).toBe(true);
  });

  test('a folder and a missing file are refused before anything is read', async () => {
    const mapping = readMapping(BASE);
    if (!mapping.ok) throw new Error(mapping.error.message);
    const what = { format: 'ndjson', mapping: mapping.value } as const;
    for (const name of ['', 'missing']) {
      expect(await findInputs(what, [path.join(folder, name)])).toMatchObject({
        ok: false,
        error: { code: 'CS-210' },
      });
    }
    expect(await findInputs(what, ['-', '-'])).toMatchObject({ ok: false, error: { code: 'CS-209' } });
  });
});

describe('default event ids', () => {
  test('the same input gives the same ids, identical lines in it different ones', async () => {
    const text = '{"id":1,"type":"t"}\n{"id":1,"type":"t"}\n{"id":2,"type":"t"}\n';
    const first = (await read(text)).map(eventIdOf);
    expect(first.every((id) => /^[0-9a-f]{64}$/.test(id))).toBe(true);
    expect(new Set(first).size).toBe(3);
    expect((await read(text)).map(eventIdOf)).toEqual(first);
    expect((await read(`{"id":3,"type":"t"}\n${text}`)).map(eventIdOf).slice(1)).toEqual(first);
  });

  test('they are keyed by the store and told apart by the source', async () => {
    const text = '{"id":1,"type":"t"}';
    const [here] = (await read(text)).map(eventIdOf);
    const [elsewhere] = (await read(text, BASE, null, 'ab'.repeat(32))).map(eventIdOf);
    const [other] = (await readFileNamed('other.ndjson', Buffer.from(text))).map(eventIdOf);
    expect(new Set([here, elsewhere, other]).size).toBe(3);
  });
});

describe('options', () => {
  test('what is missing or malformed is named', () => {
    const problem = readMapping({ entityId: 'id', removedWhen: '/gone' });
    expect(problem).toMatchObject({ ok: false, error: { code: 'CS-203' } });
    const message = problem.ok ? '' : problem.error.message;
    for (const name of ['--entity-type', '--entity-id', '--event-type is needed', '--removed-when']) {
      expect(message).toContain(name);
    }
    expect(readMapping({ ...BASE, entityTypeFrom: '/type' })).toMatchObject({ ok: false });
  });
});

async function only(
  line: string,
  options: NdjsonOptions = BASE,
  zone: string | null = null,
): Promise<SourceItem | undefined> {
  const items = await read(line, options, zone);
  expect(items).toHaveLength(1);
  return items[0];
}

function read(
  content: string | Buffer,
  options: NdjsonOptions = BASE,
  zone: string | null = null,
  eventIdKey = '00'.repeat(32),
): Promise<SourceItem[]> {
  return readFileNamed('log.ndjson', Buffer.from(content), options, zone, eventIdKey);
}

async function readFileNamed(
  name: string,
  content: Buffer,
  options: NdjsonOptions = BASE,
  zone: string | null = null,
  eventIdKey = '00'.repeat(32),
): Promise<SourceItem[]> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  const mapping = readMapping(options);
  if (!mapping.ok) throw new Error(mapping.error.message);
  const what = { format: 'ndjson', mapping: mapping.value } as const;
  const inputs = await findInputs(what, [file]);
  if (!inputs.ok) throw new Error(inputs.error.message);
  const context = { name: null, eventIdKey, zone, namePrefix: '' };
  const items: SourceItem[] = [];
  for await (const item of openSource(what, inputs.value, context, new ReadMeter()).items()) items.push(item);
  return items;
}

function brief(item: SourceItem): readonly [string, string | null] {
  return item.ok ? [item.place, null] : [item.refusal.place, item.refusal.code];
}

function eventIdOf(item: SourceItem): string {
  if (!item.ok) throw new Error(item.refusal.reason);
  return item.event.eventId;
}
