import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig, projectRoot } from '#config';
import { openStore } from '#store';
import { type TestDatabase, testDatabase } from '#testing';
import { appOver } from './app.fixture.ts';
import type { App } from './app.ts';
import { demoEvents } from './demo/story.ts';
import { loadDemo } from './load-demo.ts';

const viewer = { name: 'test' };

let database: TestDatabase;
let folder: string;
let app: App;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'chronoscope-demo-'));
  database = await testDatabase();
  const config = await loadConfig(path.join(projectRoot(), 'chronoscope.config.ts'), folder);
  if (!config.ok) throw new Error(config.error.message);
  app = appOver(await openStore(database.url), database.url, config.value);
});

afterAll(async () => {
  await app.store.close();
  await database.dropped();
  rmSync(folder, { recursive: true, force: true });
});

describe('loadDemo', () => {
  it("leaves somebody's own database alone", async () => {
    const theirs = { ...app, database: { ...app.database, embedded: false } };
    expect(await loadDemo(viewer, theirs)).toMatchObject({ ok: true, value: { loaded: false, events: 0 } });
    expect(await app.store.namespaces()).toEqual([]);
  });

  it('ends after the batch under way when it is told to stop', async () => {
    const stop = new AbortController();
    const told = new Error('told to stop');
    const loading = loadDemo(viewer, app, { onProgress: () => stop.abort(told), stop: stop.signal });
    await expect(loading).rejects.toBe(told);
    expect((await app.store.overview('demo')).events).toBe(1_000);
  });

  it('loads the story once, whole, and completes a load that was cut short', async () => {
    const story = demoEvents();
    const steps: number[] = [];
    const started = performance.now();
    const first = await loadDemo(viewer, app, { onProgress: (done) => steps.push(done) });
    console.log(`demo loaded in ${Math.round(performance.now() - started)} ms`);
    expect(first).toMatchObject({ ok: true, value: { loaded: true, events: story.length } });
    expect(steps.at(-1)).toBe(story.length);

    const overview = await app.store.overview('demo');
    const kinds = new Map(overview.types.map(({ entityType, kind }) => [entityType, kind]));
    expect(kinds.get('order')).toBe('reducer');
    expect(kinds.get('price-list')).toBe('merge');
    const shop = overview.types.filter(({ entityType }) => app.config.kindOf('demo', entityType) !== null);
    expect(shop.reduce((sum, { events }) => sum + events, 0)).toBe(story.length);

    expect(await loadDemo(viewer, app)).toMatchObject({ ok: true, value: { loaded: false } });
    expect((await app.store.overview('demo')).events).toBe(overview.events);
  });

  it('is not called loaded where an event of it could not be added', async () => {
    const [first] = demoEvents();
    if (first === undefined) throw new Error('the story is empty');
    const other = await testDatabase();
    const store = await openStore(other.url);
    const changed = { ...first, payload: '"of another story"' };
    await store.append({ namespace: 'demo', items: [{ event: changed }], atomic: true });
    const loaded = await loadDemo(viewer, appOver(store, other.url, app.config));
    expect(loaded).toMatchObject({ ok: false, error: { code: 'CS-302' } });
    expect(await store.setting('demo')).toBeNull();
    await store.close();
    await other.dropped();
  });
});
