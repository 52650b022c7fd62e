import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS, type ProjectionKind } from '#core';
import { openStore, type Store } from '#store';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { appOver } from './app.fixture.ts';
import type { App } from './app.ts';
import { exportLog } from './export-log.ts';
import { type ImportProgress, importFiles } from './import-files.ts';
import { previewImport } from './preview-import.ts';
import { type ImportOptions, readImportOptions } from './read-import-options.ts';

const VIEWER = { name: 'test' };
let folder = '';
/** Held from first to last, so that the server of the tests stays up between them. */
let base: TestDatabase;
const opened: { readonly store: Store; readonly database: TestDatabase }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chronoscope-import-test-'));
  base = await testDatabase();
});
afterEach(async () => {
  for (const { store, database } of opened.splice(0)) {
    await store.close();
    await database.dropped();
  }
});
afterAll(async () => {
  await base.dropped();
  await rm(folder, { recursive: true });
});

const line = (id: number, more = ''): string => `{"id":${id},"type":"t","v":1.10${more}}`;

describe('the usual way', () => {
  test('good lines go in, bad ones are named and kept, and again adds nothing', async () => {
    const app = await newApp();
    const file = await fileOf('log.ndjson', [line(1), 'bad', '', line(2), '{"type":"$own","id":3}', '{}']);
    const rejects = path.join(folder, 'rejects');
    const progress: ImportProgress[] = [];
    const first = await run(app, { files: [file], rejects }, progress);
    expect(first).toMatchObject({ read: 5, added: 2, alreadyThere: 0, refused: 3 });
    expect(await readFile(rejects, 'utf8')).toBe('bad\n{"type":"$own","id":3}\n{}\n');
    expect(progress.flatMap(({ refusals }) => refusals.map(({ place, code }) => [place, code]))).toEqual([
      [`${file}:2`, 'CS-101'],
      [`${file}:5`, 'CS-313'],
      [`${file}:6`, 'CS-204'],
    ]);
    expect(await run(app, { files: [file] })).toMatchObject({
      read: 5,
      added: 0,
      alreadyThere: 2,
      refused: 3,
    });
    const [second, record] = await app.store.imports(10);
    expect(second).toMatchObject({ added: 0, alreadyThere: 2, refused: 3 });
    expect(record).toMatchObject({ source: 'log.ndjson', format: 'ndjson', read: 5, added: 2, refused: 3 });
    expect(record?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(record?.refusals.map(({ place }) => place)).toEqual(
      [2, 5, 6].map((number) => `${file}:${number}`),
    );
  });

  test('a longer log than one batch goes in whole, and what was cut off is completed', async () => {
    const app = await newApp();
    const lines = Array.from({ length: 12_001 }, (_none, index) => line(index % 7, `,"n":${index}`));
    const half = await fileOf('long.ndjson', lines.slice(0, 6_000));
    expect(await run(app, { files: [half] })).toMatchObject({ read: 6_000, added: 6_000 });
    const whole = await fileOf('long.ndjson', lines);
    expect(await run(app, { files: [whole] })).toMatchObject({
      read: 12_001,
      added: 6_001,
      alreadyThere: 6_000,
    });
  });

  test('a type that no event can have is a refused line, and registers nothing', async () => {
    const app = await newApp();
    const types = ['ok', 'a\\u0000b', '\\ud800', 'x'.repeat(513), 'ok'];
    const file = await fileOf(
      'types.ndjson',
      types.map((type, nth) => line(nth, `,"of":"${type}"`)),
    );
    const progress: ImportProgress[] = [];
    const options = { files: [file], entityType: undefined, entityTypeFrom: '/of' };
    expect(await run(app, options, progress)).toMatchObject({ added: 2, refused: 3 });
    expect(progress.flatMap(({ refusals }) => refusals.map(({ code }) => code))).toEqual([
      'CS-312',
      'CS-312',
      'CS-311',
    ]);
    expect(await app.store.projectionOf('main', 'x'.repeat(513))).toBeNull();
    expect(await run(app, { ...options, strict: true })).toMatchObject({ added: 0, refused: 3 });
  });

  test('one file goes into two namespaces', async () => {
    const app = await newApp();
    const file = await fileOf('log.ndjson', [line(1)]);
    expect(await run(app, { files: [file] })).toMatchObject({ added: 1 });
    expect(await run(app, { files: [file], namespace: 'other' })).toMatchObject({ added: 1 });
  });

  test('the file for refused lines is never one that is read', async () => {
    const app = await newApp();
    const file = await fileOf('log.ndjson', [line(1)]);
    await expect(run(app, { files: [file], rejects: file })).rejects.toThrow('CS-209');
    const nowhere = path.join(folder, 'no', 'folder');
    await expect(run(app, { files: [file], rejects: nowhere })).rejects.toThrow('CS-210');
    expect(await app.store.imports(1)).toEqual([]);
    expect(await readFile(file, 'utf8')).toBe(`${line(1)}\n`);
  });
});

describe('a disk that is nearly full', () => {
  const lines = Array.from({ length: 12_001 }, (_none, index) => line(index % 7, `,"n":${index}`));
  const plenty = LIMITS.freeBytes;

  test('keeps an import from beginning', async () => {
    const app = await newApp(async () => plenty - 1);
    await expect(run(app, { files: [await fileOf('log.ndjson', lines)] })).rejects.toThrow('CS-323');
    expect(await app.store.imports(1)).toEqual([]);
  });

  test('ends an import between two batches; the same again completes it once there is room', async () => {
    let looks = 0;
    const room = { atMost: 3 };
    const app = await newApp(async () => (++looks > room.atMost ? plenty - 1 : plenty));
    const file = await fileOf('log.ndjson', lines);
    await expect(run(app, { files: [file] })).rejects.toThrow('CS-323');
    const [cutOff] = await app.store.imports(1);
    expect(cutOff).toMatchObject({ added: 4_000, finishedAt: null });
    room.atMost = Number.POSITIVE_INFINITY;
    expect(await run(app, { files: [file] })).toMatchObject({ added: 8_001, alreadyThere: 4_000 });
  });

  test('keeps everything out that is all or nothing', async () => {
    let looks = 0;
    const app = await newApp(async () => (++looks > 3 ? plenty - 1 : plenty));
    const file = await fileOf('log.ndjson', lines);
    await expect(run(app, { files: [file], strict: true })).rejects.toThrow('CS-323');
    expect(await app.store.status()).toMatchObject({ head: 0n });
  });
});

describe('strict', () => {
  test('one refused line keeps everything out', async () => {
    const app = await newApp();
    const file = await fileOf('log.ndjson', [line(1), 'bad', line(2)]);
    expect(await run(app, { files: [file], strict: true })).toMatchObject({
      read: 3,
      added: 0,
      refused: 1,
      heldBack: 2,
    });
    expect(await app.store.status()).toMatchObject({ head: 0n });
    expect(await app.store.projectionOf('main', 'order')).toBeNull();
  });

  test('one line that the store refuses as well, and it is named by its place', async () => {
    const app = await newApp();
    const file = await fileOf('log.ndjson', [line(1), '{"type":"$own","id":3}', line(2)]);
    const progress: ImportProgress[] = [];
    expect(await run(app, { files: [file], strict: true }, progress)).toMatchObject({
      read: 3,
      added: 0,
      refused: 1,
    });
    expect(progress.flatMap(({ refusals }) => refusals)).toMatchObject([
      { place: `${file}:2`, code: 'CS-313' },
    ]);
    expect(await app.store.status()).toMatchObject({ head: 0n });
  });

  test('two lines of one id that disagree, and what was there before is not held back', async () => {
    const app = await newApp();
    const before = await fileOf('log.ndjson', [line(1, ',"key":"a"')]);
    const options = { source: 'log', eventId: '/key', strict: true };
    expect(await run(app, { ...options, files: [before] })).toMatchObject({ added: 1 });
    const more = [line(1, ',"key":"a"'), line(2, ',"key":"b"'), line(2, ',"key":"b"'), line(3, ',"key":"b"')];
    const file = await fileOf('more.ndjson', more);
    const progress: ImportProgress[] = [];
    expect(await run(app, { ...options, files: [file] }, progress)).toMatchObject({
      read: 4,
      added: 0,
      alreadyThere: 1,
      refused: 1,
      heldBack: 2,
    });
    expect(progress.flatMap(({ refusals }) => refusals)).toMatchObject([
      { place: `${file}:4`, code: 'CS-302', reason: expect.stringContaining('(more.ndjson:2)') },
    ]);
  });

  test('without one everything goes in', async () => {
    const app = await newApp();
    const file = await fileOf('log.ndjson', [line(1), line(2), line(2)]);
    expect(await run(app, { files: [file], strict: true })).toMatchObject({
      added: 3,
      refused: 0,
      heldBack: 0,
    });
    expect(await run(app, { files: [file], strict: true })).toMatchObject({ alreadyThere: 3, heldBack: 0 });
  });
});

describe('the kind of fold', () => {
  test('is registered by the first import; another is refused with both named, unless it is to be folded anew', async () => {
    const app = await newApp();
    const file = await fileOf('log.ndjson', [line(1)]);
    await run(app, { files: [file], fold: 'merge' });
    expect(await kindOf(app)).toBe('merge');
    await expect(run(app, { files: [file], fold: 'patch' })).rejects.toThrow(/CS-213.*merge.*patch/);
    await run(app, { files: [file] });
    expect(await kindOf(app)).toBe('merge');
    const again = await run(app, { files: [file], fold: 'patch', refold: true });
    expect(again.notes.join()).toContain('folded as merge');
    expect(await kindOf(app)).toBe('patch');
  });

  test('where types come from the lines, the lines of a disagreeing type are refused', async () => {
    const app = await newApp();
    await run(app, { files: [await fileOf('log.ndjson', [line(1)])], fold: 'merge' });
    const file = await fileOf('mixed.ndjson', [line(1, ',"of":"order"'), line(1, ',"of":"cart"')]);
    const options = { files: [file], fold: 'patch', entityType: undefined, entityTypeFrom: '/of' };
    expect(await run(app, options)).toMatchObject({ added: 1, refused: 1 });
  });
});

test('a preview shows five events and writes nothing', async () => {
  const app = await newApp();
  const lines = ['bad', ...Array.from({ length: 9 }, (_none, index) => line(index))];
  const request = readImportOptions(optionsOf({ files: [await fileOf('log.ndjson', lines)] }));
  if (!request.ok) throw new Error(request.error.message);
  const preview = await previewImport(VIEWER, app, request.value);
  expect(preview).toMatchObject({ ok: true, value: { refusals: [{ code: 'CS-101' }] } });
  expect(preview.ok && preview.value.events.map(({ event }) => event.entityId)).toEqual([
    '0',
    '1',
    '2',
    '3',
    '4',
  ]);
  expect(await app.store.status()).toMatchObject({ head: 0n });
  expect(await app.store.imports(1)).toEqual([]);
});

test('options that an exported log would not heed are refused', async () => {
  for (const option of [{ fold: 'merge' }, { source: 'other' }, { zone: 'UTC' }]) {
    const request = readImportOptions(optionsOf({ format: 'chronoscope', ...NO_MAPPING, ...option }));
    expect(request).toMatchObject({ ok: false, error: { code: 'CS-203' } });
  }
});

test('an exported log restored elsewhere has the same root, and again adds nothing', async () => {
  const app = await newApp();
  const lines = [
    line(1, ',"at":"2024-01-01T00:00:60+01:00"'),
    line(1, ',"at":"2023-01-01T00:00:00Z"'),
    line(2, ',"at":5'),
  ];
  const options = { files: [await fileOf('log.ndjson', lines)], occurredAt: '/at', fold: 'merge' };
  expect(await run(app, options)).toMatchObject({ added: 2, refused: 1 });
  await run(app, { ...options, recordedAt: '/at', namespace: 'other' });
  const exported: string[] = [];
  for await (const text of exportLog(VIEWER, app, {})) exported.push(text);
  const file = await fileOf('export.ndjson', exported);
  const copy = await newApp();
  const restore = { files: [file], format: 'chronoscope', ...NO_MAPPING };
  expect(await run(copy, restore)).toMatchObject({ read: 4, added: 4, refused: 0 });
  const [before, after] = [await app.store.verify(() => {}), await copy.store.verify(() => {})];
  expect(after.problems).toEqual([]);
  expect(after.root).toBe(before.root);
  expect(await kindOf(copy)).toBe('merge');
  expect(await run(copy, { ...restore, strict: true })).toMatchObject({ added: 0, alreadyThere: 4 });
  const altered = exported.map((text) => text.replace('1.10', '1.11'));
  expect(
    await run(await newApp(), { ...restore, files: [await fileOf('altered.ndjson', altered)] }),
  ).toMatchObject({ added: 0 });
});

describe('an exported log in which one event was changed', () => {
  /** Streams a and b in turns, three events each; the second of a is changed. */
  async function changedLog(): Promise<string> {
    const app = await newApp();
    const lines = [1, 2, 3].flatMap((n) => ['"a"', '"b"'].map((id) => `{"id":${id},"type":"t","n":${n}}`));
    await run(app, { files: [await fileOf('log.ndjson', lines)], fold: 'merge' });
    const exported: string[] = [];
    for await (const text of exportLog(VIEWER, app, {})) exported.push(text);
    const changed = exported.map((text) =>
      text.replace('a\\",\\"type\\":\\"t\\",\\"n\\":2', 'a\\",\\"type\\":\\"t\\",\\"n\\":9'),
    );
    expect(changed.filter((text, index) => text !== exported[index])).toHaveLength(1);
    return fileOf('changed.ndjson', changed);
  }

  test('goes in without it and what follows in its stream, each named with its cause', async () => {
    const file = await changedLog();
    const app = await newApp();
    const progress: ImportProgress[] = [];
    const restored = await run(app, { files: [file], format: 'chronoscope', ...NO_MAPPING }, progress);
    expect(restored).toMatchObject({ read: 6, added: 4, refused: 2, heldBack: 0 });
    const refusals = progress.flatMap((one) => one.refusals);
    // Two lines come before the events: the header and how the type is folded.
    expect(refusals).toMatchObject([
      {
        place: `${file}:5`,
        code: 'CS-303',
        reason: expect.stringContaining('changed after it was exported'),
      },
      { place: `${file}:7`, code: 'CS-303', reason: expect.stringContaining('version 2 is missing') },
    ]);
    expect((await app.store.verify(() => {})).problems).toEqual([]);
    const versionOf = async (entityId: string) =>
      (await app.store.stream({ namespace: 'main', entityType: 'order', entityId }))?.version;
    expect([await versionOf('a'), await versionOf('b')]).toEqual([1, 3]);
  });

  test('stays out whole where it is all or nothing, both events named', async () => {
    const file = await changedLog();
    const app = await newApp();
    const progress: ImportProgress[] = [];
    const options = { files: [file], format: 'chronoscope', ...NO_MAPPING, strict: true };
    expect(await run(app, options, progress)).toMatchObject({ read: 6, added: 0, refused: 2, heldBack: 4 });
    expect(progress.flatMap(({ refusals }) => refusals.map(({ place }) => place))).toEqual([
      `${file}:5`,
      `${file}:7`,
    ]);
    expect(await app.store.status()).toMatchObject({ head: 0n });
    expect(await app.store.namespaces()).toEqual([]);
    expect(await kindOf(app)).toBeNull();
  });
});

const NO_MAPPING = { entityType: undefined, entityId: undefined, eventType: undefined };

function optionsOf(options: Partial<ImportOptions>): ImportOptions {
  const base = {
    files: [],
    namespace: 'main',
    format: 'ndjson',
    entityType: 'order',
    entityId: '/id',
    eventType: '/type',
  };
  return { ...base, ...options };
}

async function run(app: App, options: Partial<ImportOptions>, progress: ImportProgress[] = []) {
  const request = readImportOptions(optionsOf(options));
  if (!request.ok) throw new Error(`${request.error.code} ${request.error.message}`);
  const done = await importFiles(VIEWER, app, request.value, (one) => progress.push(one));
  if (!done.ok) throw new Error(`${done.error.code} ${done.error.message}`);
  return done.value;
}

function kindOf(app: App): Promise<ProjectionKind | null> {
  return app.store.projectionOf('main', 'order');
}

async function fileOf(name: string, lines: readonly string[]): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, lines.map((text) => `${text}\n`).join(''));
  return file;
}

async function newApp(freeBytes = async (): Promise<number | null> => null): Promise<App> {
  const database = await testDatabase();
  const store = await openStore(database.url, freeBytes);
  opened.push({ store, database });
  return appOver(store, database.url);
}
