import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import {
  canonicalText,
  foldStream,
  isJsonObject,
  type Json,
  noUpcasters,
  type Projection,
  type StoredEvent,
} from '#core';
import { storedEvent, streamArbitrary } from '#testing';
import { ReducerProjection } from './reducer-projection.ts';
import { openSandbox } from './sandbox.ts';
import { TimeLimit } from './time-limit.ts';

/** The same rule twice: as a user writes it, and as a projection of core that folds one event at a time. */
const CONFIG = `
import { defineConfig, NOT_HANDLED, type ReducerEvent } from '#config';

interface State { readonly count: number; readonly last?: unknown; readonly text?: string }

const rule = (state: State = { count: 0 }, { type, version, payload }: ReducerEvent): unknown => {
  if (type === '__proto__') return NOT_HANDLED;
  if (type === '') throw new Error('no type');
  const text = version % 4 === 0 ? 'x'.repeat(2 ** 20 + 1) : 'short';
  return { count: state.count + 1, last: payload, text };
};

export default defineConfig({ namespaces: { main: { entities: { thing: rule } } } });
`;

const naive: Projection = {
  kind: 'reducer',
  name: 'thing',
  hash: '',
  evolve: (state, { type, version, document }) => {
    if (type === '__proto__') return { state, mark: { kind: 'notHandled', message: '' } };
    if (type === '') return { state, mark: { kind: 'foldError', message: '' } };
    const text = version % 4 === 0 ? 'x'.repeat(2 ** 20 + 1) : 'short';
    const count = isJsonObject(state) ? Number(state.count) + 1 : 1;
    return { state: { count, last: document, text }, mark: null };
  },
};

let folder: string;
let bundlePath: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'chronoscope-law-'));
  writeFileSync(path.join(folder, 'config.ts'), CONFIG);
  const config = await loadConfig(path.join(folder, 'config.ts'), folder);
  if (!config.ok || config.value.bundlePath === null) throw new Error('the configuration did not load');
  bundlePath = config.value.bundlePath;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ahead(events: readonly StoredEvent[], batch?: number): Projection {
  const fold = openSandbox(bundlePath).startFold('main', 'thing');
  if (fold === null) throw new Error('there is no reducer');
  const projection = new ReducerProjection({ name: 'thing', hash: '' }, fold, new TimeLimit(1_000), batch);
  projection.expect(events);
  return projection;
}

/** What can be compared: the literals of numbers are lost to every reducer. */
function outcomes(events: readonly StoredEvent[], projection: Projection): readonly unknown[] {
  return [...foldStream(events, projection, noUpcasters)].map(({ state, mark }) => ({
    state: state === undefined ? null : canonicalText(asDoubles(state)).slice(0, 300),
    mark: mark === null || mark.kind === 'literalLost' ? null : mark.kind,
  }));
}

/** A number beyond every double is a fold error for a reducer that keeps it, and none for the naive rule. */
const withinDoubles = (events: StoredEvent[]): StoredEvent[] =>
  events.map((event) => (/[eE]\+?\d{3}/.test(event.payload) ? { ...event, payload: '[]' } : event));

const asDoubles = (state: Json): Json => JSON.parse(canonicalText(state)) as Json;

describe('ReducerProjection', () => {
  it('folds ahead as if it folded one event at a time', () => {
    fc.assert(
      fc.property(
        streamArbitrary('replace', 20).map(withinDoubles),
        fc.integer({ min: 1, max: 9 }),
        (events, batch) => {
          expect(outcomes(events, ahead(events, batch))).toEqual(outcomes(events, naive));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('folds right even where events come in another order than it was told', () => {
    const events = [1, 2, 3, 5, 6].map((version) =>
      storedEvent({ version, type: 'A', payload: `${version}` }),
    );
    expect(outcomes(events.toReversed(), ahead(events))).toEqual(outcomes(events.toReversed(), naive));
  });
});
