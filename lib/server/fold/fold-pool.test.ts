import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoadedConfig, loadConfig, NO_CONFIG } from '#config';
import {
  type Axis,
  decodeHistory,
  encodeHistory,
  type History,
  type ProjectionKind,
  type StoredEvent,
  stateText,
} from '#core';
import type { AskedLines } from '#store';
import { storedEvent } from '#testing';
import { FoldPool } from './fold-pool.ts';
import { foldWhole, linesOf, linesOfStreams } from './whole-fold.fixture.ts';

const CONFIG = `
import { defineConfig, NOT_HANDLED, type ReducerEvent } from '#config';

type Any = Record<string, unknown>;
const add = (state: Any, event: ReducerEvent<Any>) => ({ ...state, ...event.payload });
let calls = 0;

export default defineConfig({
  namespaces: {
    main: {
      entities: {
        basket: {
          on: {
            Added: add,
            Counted: (state: Any) => ({ ...state, calls: ++calls }),
            Looped: () => { for (;;); },
            Threw: () => { throw new TypeError('no such item'); },
            WroteEvent: (state: Any, event: ReducerEvent<{ list: number[] }>) => { event.payload.list.push(1); return state; },
            WroteState: (state: { seen: boolean }) => { state.seen = true; return state; },
            GaveDate: (state: Any) => ({ ...state, at: { when: new Date(0) } }),
            GaveUndefined: () => undefined,
            GaveHole: () => ({ list: [1, , 3] }),
            GaveNaN: () => ({ total: Number.NaN }),
            GaveMap: () => ({ items: new Map() }),
            GaveFunction: () => ({ go: () => 1 }),
            GaveBigint: () => ({ id: 1n }),
            GavePromise: async (state: Any) => state,
            GaveCycle: () => { const a: Any = {}; a.self = { a }; return a; },
            ThrewNothing: () => { throw Object.create(null); },
            ThrewRiddle: () => { throw Object.defineProperty(new Error(), 'message', { get() { throw 1; } }); },
            BrokePush: () => { (Array.prototype as { push: unknown }).push = () => { throw 1; }; return {}; },
            BrokeJson: () => { (JSON as { stringify: unknown }).stringify = () => '"h"'; return {}; },
            Escaped: () => ({
              reached: [globalThis, ...Object.getOwnPropertyNames(globalThis).map((name) => (globalThis as Any)[name])]
                .map((value) => { try { return (value as Any).constructor.constructor('return typeof process')(); } catch { return 'refused'; } })
                .filter((found) => found !== 'undefined' && found !== 'refused'),
            }),
            ReadClock: () => ({ at: Date.now() }),
            Rolled: () => ({ n: Math.random() }),
            LookedOutside: () => ({ process: typeof globalThis['process'], fetch: typeof globalThis['fetch'] }),
            Grew: (state: Any, event: ReducerEvent<{ n: number }>) => ({ ...state, n: event.payload.n, [\`k\${event.payload.n % 40}\`]: event.version }),
            Ate: () => { const all = []; for (;;) all.push(new Array(100_000).fill(all.length)); },
          },
        },
        plain: (state: Any = { count: 0 }, event: ReducerEvent<Any>) =>
          event.type === 'Added' ? { count: (state.count as number) + 1 } : NOT_HANDLED,
        merged: { kind: 'merge' },
        shelf: { keys: { '/lines': 'sku' }, on: { Filled: (_: Any, { payload }: ReducerEvent<Any>) => payload } },
      },
      upcasters: [
        { type: 'Named', from: 1, upcast: ({ name }: { name: string }) => ({ customer: { name } }) },
        { type: 'Priced', from: 1, upcast: ({ price }: Any) => ({ amount: price }) },
        {
          type: 'Priced',
          from: 2,
          upcast: ({ amount }: Any) => {
            if (amount === null) throw new TypeError('no price');
            return { price: { amount, currency: 'EUR' } };
          },
        },
        { type: 'Dozed', from: 1, upcast: () => { for (;;); } },
      ],
    },
  },
});
`;

interface Said extends Partial<Omit<StoredEvent, 'payload'>> {
  /** JSON text, or a value to write as such. */
  readonly payload: unknown;
}

const streamOf = (said: readonly Said[]): StoredEvent[] =>
  said.map(({ payload, ...parts }, index) =>
    storedEvent({
      version: index + 1,
      leafHash: String(index),
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
      ...parts,
    }),
  );

let folder: string;
let config: LoadedConfig;
let pool: FoldPool;
/** One thread with little time and one with little memory. */
let impatient: FoldPool;
let small: FoldPool;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'chronoscope-fold-'));
  writeFileSync(path.join(folder, 'config.ts'), CONFIG);
  const loaded = await loadConfig(path.join(folder, 'config.ts'), path.join(folder, 'cache'));
  if (!loaded.ok) throw new Error(loaded.error.message);
  config = loaded.value;
  pool = new FoldPool(config, { eventLimitMs: 10_000 });
  impatient = new FoldPool(config, { workers: 1, eventLimitMs: 150 });
  small = new FoldPool(config, { workers: 1, eventLimitMs: 60_000, memoryMb: 32 });
});

afterAll(async () => {
  await Promise.all([pool, impatient, small].map((each) => each.close()));
  rmSync(folder, { recursive: true, force: true });
});

interface Asked {
  readonly kind?: ProjectionKind;
  readonly entityType?: string;
  readonly axis?: Axis;
  readonly by?: FoldPool;
}

async function fold(said: readonly Said[], asked: Asked = {}): Promise<History> {
  const { kind = 'reducer', entityType = 'basket', axis = 'recorded', by = pool } = asked;
  const stream = {
    events: streamOf(said),
    namespace: 'main',
    entityType,
    kind,
    axis,
    keys: config.keysOf('main', entityType),
  };
  const history = await foldWhole(by, stream);
  if (!history.ok) throw new Error(history.error.message);
  return history.value;
}

const states = (history: History): (string | null)[] =>
  Array.from({ length: history.length }, (_, index) => stateText(history.stateAt(index + 1)));

const marks = (history: History): (string | null)[] =>
  Array.from({ length: history.length }, (_, index) => {
    const { mark } = history.event(index + 1);
    return mark === null ? null : `${mark.kind}: ${mark.message}`;
  });

describe('FoldPool', () => {
  it('folds the built-in kinds without a configuration', async () => {
    const bare = new FoldPool(NO_CONFIG);
    const events = streamOf([
      { type: 'A', payload: '{"a":1.10,"__proto__":{"x":1}}' },
      { type: 'A', payload: { b: 2 } },
    ]);
    const stream = { events, namespace: 'main', entityType: 't', kind: 'merge', axis: 'recorded' } as const;
    const history = await foldWhole(bare, stream);
    await bare.close();
    expect(history.ok && states(history.value)).toEqual([
      '{"__proto__":{"x":1},"a":1.10}',
      '{"__proto__":{"x":1},"a":1.10,"b":2}',
    ]);
  });

  it('answers a step of the change log too when it is closed while the thread waits for what the store says', async () => {
    const bare = new FoldPool(NO_CONFIG);
    const events = streamOf([{ type: 'A', payload: { a: 1 } }]);
    const stream = {
      ...{ id: 1n, namespace: 'main', entityType: 't', registered: null },
      ...{ events: 1, position: 1n, version: 1, leaves: null },
    } as const;
    const lines = linesOfStreams(events.map((event) => [1n, event]));
    const folded = await bare.changes([stream], () => lines, {
      pathIds: async (paths) => {
        await bare.close();
        return paths.map((_, nth) => nth);
      },
      write: async () => undefined,
    });
    expect(folded).toMatchObject({ ok: false, error: { code: 'CS-520' } });
  });

  it('has the lines as they lie in the log, but stream by stream where code of the user’s folds or states are large', async () => {
    const askedBy = async (by: FoldPool, leaves: string | null) => {
      const events = streamOf([{ type: 'Grew', payload: { a: 1 } }]);
      const stream = {
        ...{ id: 1n, namespace: 'main', entityType: 'basket', registered: null },
        ...{ events: 1, position: 1n, version: 1, leaves },
      } as const;
      let asked: AskedLines | null = null;
      const lines = (given: AskedLines) => {
        asked = given;
        return linesOfStreams(events.map((event) => [1n, event]));
      };
      const sink = {
        pathIds: async (paths: readonly string[]) => paths.map((_, nth) => nth),
        write: async () => undefined,
      };
      const answer = await by.changes([stream], lines, sink);
      expect(answer.ok ? null : answer.error).toBeNull();
      return asked;
    };
    const bare = new FoldPool(NO_CONFIG);
    const half = JSON.stringify('x'.repeat(9 * 1_048_576));
    const large = JSON.stringify(['/one', half, '/other', half]);
    expect(await askedBy(bare, null)).toEqual({ members: 'plain', order: 'position' });
    expect(await askedBy(bare, large)).toEqual({ members: 'plain', order: 'stream' });
    await bare.close();
    expect(await askedBy(pool, null)).toEqual({ members: 'all', order: 'stream' });
  });

  it('folds with a reducer, afresh after a removal', async () => {
    const history = await fold([
      { type: 'Added', payload: { a: 1 } },
      { type: 'Added', payload: { b: [{ c: 2 }] } },
      { type: 'Added', payload: {}, removed: true },
      { type: 'Added', payload: { d: 4 } },
    ]);
    expect(states(history)).toEqual(['{"a":1}', '{"a":1,"b":[{"c":2}]}', null, '{"d":4}']);
    expect(marks(history)).toEqual([null, null, null, null]);
    expect(history.projection).toMatchObject({ kind: 'reducer', name: 'basket' });
    expect(history.projection.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('folds in the order of the axis', async () => {
    const said = [
      { type: 'Added', payload: { a: 1 }, occurredAt: 10n },
      { type: 'Added', payload: { a: 2 }, occurredAt: 5n },
    ];
    expect(states(await fold(said))).toEqual(['{"a":1}', '{"a":2}']);
    expect(states(await fold(said, { axis: 'occurred' }))).toEqual(['{"a":2}', '{"a":1}']);
  });

  it('gives every fold a realm of its own', async () => {
    const said = [{ type: 'Counted', payload: {} }];
    expect(states(await fold(said))).toEqual(['{"calls":1}']);
    expect(states(await fold(said))).toEqual(['{"calls":1}']);
  });

  it('cuts off a reducer that does not end, marks the event and goes on', async () => {
    const loop = { type: 'Looped', payload: {} };
    const said = [
      { type: 'Added', payload: { a: 1 } },
      loop,
      loop,
      loop,
      loop,
      { type: 'Added', payload: { b: 2 } },
    ];
    const history = await fold(said, { by: impatient });
    const exceeded = 'foldError: The reducer exceeded 150 ms.';
    const untried = 'foldError: Not tried: the reducer exceeded 150 ms on 3 events of this type before.';
    expect(marks(history)).toEqual([null, exceeded, exceeded, exceeded, untried, null]);
    expect(states(history).at(-1)).toBe('{"a":1,"b":2}');
  });

  it('lets a reducer spoil its own event and no other, whatever it throws or breaks', async () => {
    for (const type of ['ThrewNothing', 'ThrewRiddle', 'BrokePush', 'BrokeJson']) {
      const history = await fold([
        { type: 'Added', payload: { a: 1 } },
        { type, payload: {} },
        { type: 'Added', payload: { b: 2 } },
      ]);
      expect(states(history)).toEqual(['{"a":1}', '{"a":1}', '{"a":1,"b":2}']);
      expect(marks(history)).toEqual([null, expect.stringMatching(/^foldError: /), null]);
    }
  });

  it('gives a reducer no way to the realm outside', async () => {
    expect(states(await fold([{ type: 'Escaped', payload: {} }]))).toEqual(['{"reached":[]}']);
  });

  it('marks what fails and leaves the state as it was', async () => {
    const failing = {
      Threw: 'The reducer failed: TypeError: no such item',
      WroteEvent: 'The reducer failed: TypeError: Cannot add property 0, object is not extensible',
      WroteState: 'The reducer failed: TypeError: Cannot add property seen, object is not extensible',
      GaveDate: "The reducer's result is not JSON: an instance of Date at /at/when",
      GaveUndefined: "The reducer's result is not JSON: undefined at the top",
      GaveHole: "The reducer's result is not JSON: a hole at /list/1",
      GaveNaN: "The reducer's result is not JSON: NaN at /total",
      GaveMap: "The reducer's result is not JSON: an instance of Map at /items",
      GaveFunction: "The reducer's result is not JSON: a function at /go",
      GaveBigint: "The reducer's result is not JSON: a bigint at /id",
      GavePromise: "The reducer's result is not JSON: a Promise (reducers are synchronous) at the top",
      GaveCycle: "The reducer's result is not JSON: a cycle at /self/a",
      ReadClock:
        'The reducer failed: Error: Date.now() is not available: a reducer may depend on its event and its state alone',
      Rolled:
        'The reducer failed: Error: Math.random() is not available: a reducer may depend on its event and its state alone',
    };
    const history = await fold([
      { type: 'Added', payload: { a: 1 } },
      ...Object.keys(failing).map((type) => ({ type, payload: { list: [] } })),
    ]);
    expect(marks(history).slice(1)).toEqual(Object.values(failing).map((message) => `foldError: ${message}`));
    expect(new Set(states(history))).toEqual(new Set(['{"a":1}']));
  });

  it('shows a reducer nothing of this process', async () => {
    const history = await fold([{ type: 'LookedOutside', payload: {} }]);
    expect(states(history)).toEqual(['{"fetch":"undefined","process":"undefined"}']);
  });

  it('marks types that a reducer does not handle, inherited names included', async () => {
    const types = ['Added', 'Unheard', 'constructor', '__proto__'];
    const said = types.map((type) => ({ type, payload: { a: 1 } }));
    const kinds = (history: History) => marks(history).map((mark) => mark?.split(':')[0]);
    expect(kinds(await fold(said))).toEqual([undefined, 'notHandled', 'notHandled', 'notHandled']);
    const plain = await fold(said, { entityType: 'plain' });
    expect(kinds(plain)).toEqual([undefined, 'notHandled', 'notHandled', 'notHandled']);
    expect(states(plain).at(-1)).toBe('{"count":1}');
  });

  it('takes __proto__ as an ordinary key and marks a lost literal', async () => {
    const history = await fold([
      { type: 'Added', payload: '{"a":{"__proto__":{"polluted":1}}}' },
      { type: 'Added', payload: '{"big":9007199254740993}' },
    ]);
    expect(states(history)[0]).toBe('{"a":{"__proto__":{"polluted":1}}}');
    expect(marks(history)[1]).toMatch(/^literalLost/);
    const beyond = await fold([
      { type: 'Counted', payload: '{"n":1E400}' },
      { type: 'Added', payload: '{"n":1E400}' },
    ]);
    expect(marks(beyond).map((mark) => mark?.split(':')[0])).toEqual(['literalLost', 'foldError']);
    expect(marks(beyond)[1]).toContain('Infinity at /n');
  });

  it('goes past payloads that are no document', async () => {
    const history = await fold([
      { type: 'Added', payload: { a: 1 } },
      { type: 'Added', payload: '{"a":', payloadFormat: 'json' },
      { type: 'Added', payload: 'words', payloadFormat: 'text' },
      { type: 'Added', payload: 'b: 2', payloadFormat: 'yaml' },
    ]);
    expect(states(history).at(-1)).toBe('{"a":1,"b":2}');
    expect(marks(history).map((mark) => mark?.split(':')[0])).toEqual([
      undefined,
      'notADocument',
      'notADocument',
      undefined,
    ]);
  });

  it('upcasts for built-in kinds, for reducers and beside the payload', async () => {
    const said = [
      { type: 'Named', payload: { name: 'Ada' } },
      { type: 'Named', payload: '{"customer":{"name":"Ada L."},"n":1.10}', schemaVersion: 2 },
    ];
    const merged = await fold(said, { kind: 'merge', entityType: 'merged' });
    expect(states(merged)).toEqual([
      '{"customer":{"name":"Ada"}}',
      '{"customer":{"name":"Ada L."},"n":1.10}',
    ]);
    expect(await pool.upcast({ events: streamOf(said), namespace: 'main' })).toEqual([
      { schemaVersion: 2, text: '{"customer":{"name":"Ada"}}' },
      null,
    ]);
    expect(await pool.upcast({ events: streamOf(said), namespace: 'other' })).toEqual([null, null]);
  });

  it('says through which versions an event went, and in which words an upcaster failed', async () => {
    const said = [
      { type: 'Priced', payload: { price: 3 } },
      { type: 'Priced', payload: { price: null } },
      { type: 'Priced', payload: 'no JSON', payloadFormat: 'text' as const },
      { type: 'Dozed', payload: {} },
    ];
    expect(await pool.upcast({ events: streamOf(said.slice(0, 3)), namespace: 'main' })).toEqual([
      { schemaVersion: 3, text: '{"price":{"amount":3,"currency":"EUR"}}' },
      { problem: 'The upcaster of Priced from schema version 2 threw: no price' },
      null,
    ]);
    const dozed = await impatient.upcast({ events: streamOf(said.slice(3)), namespace: 'main' });
    expect(dozed).toEqual([{ problem: 'The upcaster of Dozed exceeded 150 ms' }]);
  });

  it('addresses the elements of a reducer by the key that is declared', async () => {
    const filled = (...skus: readonly string[]) => ({
      type: 'Filled',
      payload: { lines: skus.map((sku) => ({ sku })) },
    });
    const history = await fold([filled('A'), filled('B', 'A'), filled('A', 'A')], { entityType: 'shelf' });
    expect(states(history)[1]).toBe('{"lines":[{"sku":"B"},{"sku":"A"}]}');
    expect(history.changesOf(2).map(({ path }) => path)).toEqual(['/lines', '/lines/~=B/sku']);
    expect(marks(history)[2]).toBe(
      'keyLost: The array at "/lines" goes by index from here on, for two elements have the "sku" "A".',
    );
  });

  it('goes on from a stored segment as if it had never stopped', async () => {
    const events = streamOf(
      Array.from({ length: 40 }, (_, n) => ({ type: n % 5 === 0 ? 'Unknown' : 'Grew', payload: { n } })),
    );
    const job = {
      namespace: 'main',
      entityType: 'basket',
      projection: 'reducer',
      keys: [],
      axis: 'recorded',
      upcasts: true,
    } as const;
    const tailOf = async (seed: string, after: Uint8Array | null, from: number, to: number) => {
      const lines = linesOf(events.slice(from, to));
      const onClosed = async () => undefined;
      const folded = await pool.segments({ job: { ...job, seed, after, open: null }, lines, onClosed });
      if (!folded.ok || folded.value.tail === null) throw new Error('no open segment');
      return folded.value.tail;
    };
    const half = await tailOf('test', null, 0, 20);
    const rest = await tailOf(half.hash, half.bytes, 20, 40);
    const parts = decodeHistory(encodeHistory([half.bytes, rest.bytes]));
    const whole = await foldWhole(pool, { events, ...job, kind: 'reducer' });
    if (!parts.ok || !whole.ok) throw new Error('no history');
    expect(states(parts.value)).toEqual(states(whole.value));
    expect(marks(parts.value)).toEqual(marks(whole.value));
    expect(rest.hash).not.toBe(half.hash);
  });

  it('answers an error where the worker dies, and replaces it', async () => {
    const events = streamOf([{ type: 'Ate', payload: {} }]);
    const input = { namespace: 'main', entityType: 'basket', kind: 'reducer', axis: 'recorded' } as const;
    const hungry = await foldWhole(small, { ...input, events });
    expect(hungry).toMatchObject({ ok: false, error: { code: 'CS-521' } });
    expect(states(await fold([{ type: 'Added', payload: { a: 1 } }], { by: small }))).toEqual(['{"a":1}']);
  });

  it('refuses a reducer that the configuration does not have', async () => {
    const answer = await foldWhole(pool, {
      events: [],
      namespace: 'main',
      entityType: 'merged',
      kind: 'reducer',
      axis: 'recorded',
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'CS-522', place: 'main/merged' } });
  });

  it('folds a long stream', async () => {
    const said = Array.from({ length: 20_000 }, (_, n) => ({ type: 'Grew', payload: { n } }));
    const started = performance.now();
    const history = await fold(said);
    console.log(`20,000 events through a reducer: ${Math.round(performance.now() - started)} ms`);
    expect(history.length).toBe(20_000);
    expect(JSON.parse(states(history).at(-1) ?? '')).toMatchObject({ n: 19_999, k39: 20_000 });
  });
});
