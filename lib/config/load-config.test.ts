import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '#core';
import { loadConfig } from './load-config.ts';
import type { LoadedConfig } from './loaded-config.ts';
import { projectRoot } from './project-root.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chronoscope-config-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cacheDir = (): string => path.join(folder, 'cache');

function load(source: string, name = 'chronoscope.config.ts'): Promise<Result<LoadedConfig>> {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), source);
  return loadConfig(path.join(folder, name), cacheDir());
}

const inDemo = (namespace: string): string =>
  `import { defineConfig } from '#config';\nexport default defineConfig({ namespaces: { demo: ${namespace} } } as never);`;

async function problemOf(
  source: string,
): Promise<{ code: string; message: string; place: string | undefined }> {
  const loaded = await load(source);
  if (loaded.ok) throw new Error('it was loaded');
  return { code: loaded.error.code, message: loaded.error.message, place: loaded.error.place };
}

describe('loadConfig', () => {
  it('tells kinds, steps and labels', async () => {
    const loaded = await load(
      inDemo(`{
        entities: {
          order: { label: 'Order', fields: { '/total/amount': 'Total' }, money: { '/total': { amount: 'amount', currency: 'unit' } }, on: { A: (s: object) => s } },
          cart: (s: object) => s,
          prices: { kind: 'merge', keys: { '/lines': 'sku', '/lines/*/parts': '' } },
          ['__proto__']: { kind: 'row' },
        },
        events: { A: 'An event', ['__proto__']: 'Odd' },
        upcasters: [
          { type: 'A', from: 2, to: 3, upcast: (d: object) => d },
          { type: 'A', from: 1, upcast: (d: object) => d },
        ],
      }`),
    );
    if (!loaded.ok) throw new Error(loaded.error.message);
    const config = loaded.value;
    const kinds = ['order', 'cart', 'prices', '__proto__', 'constructor'].map((type) =>
      config.kindOf('demo', type),
    );
    expect(kinds).toEqual(['reducer', 'reducer', 'merge', 'row', null]);
    expect(config.kindOf('main', 'order')).toBeNull();
    expect(config.reducerOf('demo', 'order')).toEqual({ name: 'order' });
    expect(config.reducerOf('demo', 'prices')).toBeNull();
    expect(config.upcastersOf('demo')).toBe(true);
    expect(config.upcastersOf('main')).toBe(false);
    expect(config.stepsOf('demo')).toEqual([
      { type: 'A', from: 2, to: 3 },
      { type: 'A', from: 1, to: 2 },
    ]);
    expect(config.keysOf('demo', 'prices')).toEqual([
      ['/lines', 'sku'],
      ['/lines/*/parts', ''],
    ]);
    expect(config.keysOf('demo', 'order')).toEqual([]);
    expect(config.keysOf('main', 'prices')).toEqual([]);
    expect(config.labelsOf('demo', 'order')).toMatchObject({
      label: 'Order',
      fields: [['/total/amount', 'Total']],
      money: [['/total', 'amount', 'unit']],
    });
    expect(config.eventLabelsOf('demo')).toEqual([
      ['A', 'An event'],
      ['__proto__', 'Odd'],
    ]);
    expect(config.eventLabelsOf('main')).toEqual([]);
  });

  it('names the bundle by its content, wherever it lies', async () => {
    const first = await load(inDemo("{ entities: { a: { kind: 'merge' } } }"), 'a.config.ts');
    const again = await load(
      `// the same\n${inDemo("{ entities: { a: { kind: 'merge' } } }")}`,
      'elsewhere/a.config.ts',
    );
    const other = await load(inDemo("{ entities: { a: { kind: 'patch' } } }"), 'a.config.ts');
    if (!first.ok || !again.ok || !other.ok) throw new Error('not loaded');
    expect(again.value.hash).toBe(first.value.hash);
    expect(other.value.hash).not.toBe(first.value.hash);
    expect(first.value.bundlePath).toBe(path.join(cacheDir(), `${first.value.hash}.js`));
    expect(readdirSync(cacheDir())).toContain(`${first.value.hash}.json`);
  });

  it('loads the examples of the guide', async () => {
    const guide = readFileSync(path.join(projectRoot(), 'docs/guides/configuration.md'), 'utf8');
    const examples = [...guide.matchAll(/```ts\n(import \{ defineConfig.*?)```/gs)].map(
      ([, code]) => code ?? '',
    );
    expect(examples).toHaveLength(2);
    const [door, shipment] = await Promise.all(
      examples.map((code, at) => load(code, `guide-${at}.config.ts`)),
    );
    expect(door?.ok && door.value.kindOf('main', 'door')).toBe('reducer');
    expect(shipment?.ok && shipment.value.keysOf('main', 'shipment')).toEqual([
      ['/parcels', 'barcode'],
      ['/parcels/*/items', 'sku'],
    ]);
  });

  it('loads what the file imports', async () => {
    writeFileSync(path.join(folder, 'kind.ts'), "export const kind: string = 'activity';");
    const loaded = await load(
      `import { kind } from './kind.ts';\n${inDemo('{ entities: { a: { kind } } }')}`,
    );
    expect(loaded.ok && loaded.value.kindOf('demo', 'a')).toBe('activity');
  });

  it('names the variable where nothing can be kept', async () => {
    writeFileSync(path.join(folder, 'in-the-way'), '');
    const file = path.join(folder, 'chronoscope.config.ts');
    writeFileSync(file, inDemo("{ entities: { a: { kind: 'row' } } }"));
    expect(await loadConfig(file, path.join(folder, 'in-the-way', 'config'))).toMatchObject({
      ok: false,
      error: { code: 'CS-405', message: expect.stringContaining('CHRONOSCOPE_DATA_DIR') },
    });
  });

  it('is nothing where there is no file', async () => {
    const none = await loadConfig(null, cacheDir());
    expect(none).toMatchObject({ ok: true, value: { hash: '', bundlePath: null } });
    const missing = await loadConfig(path.join(folder, 'missing.ts'), cacheDir());
    expect(missing).toMatchObject({ ok: false, error: { code: 'CS-410' } });
  });
});

describe('what is refused', () => {
  it('a file that does not compile, with file and line', async () => {
    const problem = await problemOf(
      "import { defineConfig } from '#config';\nexport default defineConfig({ oops\n",
    );
    expect(problem.code).toBe('CS-411');
    expect(problem.place).toMatch(/chronoscope\.config\.ts:3:1$/);
  });

  it("node's own modules, which a reducer cannot have", async () => {
    const problem = await problemOf(`import 'node:fs';\n${inDemo('{}')}`);
    expect(problem.code).toBe('CS-411');
    expect(problem.message).toMatch(/chronoscope\.config\.ts:1:8: Could not resolve "node:fs"/);
  });

  it('a top level that throws, reads the clock or never ends', async () => {
    expect(await problemOf("throw new Error('not today');\nexport default 1;")).toMatchObject({
      code: 'CS-412',
      message: expect.stringContaining('Error: not today'),
    });
    expect((await problemOf('export default Date.now();')).message).toContain('Date.now() is not available');
    expect((await problemOf('for (;;);\nexport default 1;')).message).toContain('timed out');
  });

  it('what is not a configuration, every problem by its path', async () => {
    expect((await problemOf('export default 7;')).message).toContain('the default export');
    const { code, message } = await problemOf(
      inDemo(`{
        entity: {},
        events: { A: 1 },
        entities: { a: { kind: 'reduce' }, b: { on: { X: 1 } }, c: 7, d: { kind: 'merge', on: {} }, e: { fields: { x: 'X' }, on: {} }, f: { kind: 'row', keys: ['id'] }, g: { kind: 'row', keys: { '/a': 1 } }, h: { kind: 'row', keys: { a: 'id' } }, i: { kind: 'row', keys: { '/a/b': 'id', '/*/b': 'sku' } }, j: { kind: 'row', money: { total: {}, '/total': { amount: 'amount' } } } },
        upcasters: [{ type: 'A', from: 1, to: 3, upcast: () => 1 }, { from: 1 }],
      }`),
    );
    expect(code).toBe('CS-413');
    for (const named of [
      'namespaces.demo.entity is not known here; known are entities, events, upcasters',
      "namespaces.demo.events['A'] is not a name in words",
      "namespaces.demo.entities.j.money['total'] is not a JSON Pointer",
      "namespaces.demo.entities.j.money['/total'] does not name its members amount and currency",
      'namespaces.demo.entities.a.kind is none of replace, merge, patch, row, activity',
      'namespaces.demo.entities.b.on.X is not a function',
      'namespaces.demo.entities.c is not an object',
      'namespaces.demo.entities.d has both kind and on',
      "namespaces.demo.entities.e.fields['x'] is not a JSON Pointer",
      'namespaces.demo.entities.f.keys is not an object',
      "namespaces.demo.entities.g.keys['/a'] is not the name of a member",
      'namespaces.demo.entities.h.keys: A key is declared for no place: "a" is not a JSON Pointer',
      'namespaces.demo.entities.i.keys: "/*/b" gives an array the key "sku", and another pattern gives it another one',
      'namespaces.demo.upcasters[0].to is not 2',
      'namespaces.demo.upcasters[1].type is not the name of an event type',
    ]) {
      expect(message).toContain(named);
    }
  });

  it('upcasters with a gap or a duplicate', async () => {
    const step = (from: number): string => `{ type: 'A', from: ${from}, upcast: (d: object) => d }`;
    const gap = await problemOf(inDemo(`{ upcasters: [${step(1)}, ${step(3)}] }`));
    expect(gap).toMatchObject({ code: 'CS-413', message: expect.stringContaining('schema version 2 of A') });
    const twice = await problemOf(inDemo(`{ upcasters: [${step(1)}, ${step(1)}] }`));
    expect(twice).toMatchObject({ code: 'CS-413', message: expect.stringContaining('Two upcasters') });
  });
});
