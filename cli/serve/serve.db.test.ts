import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadDemo, openApp, readSettings, type Settings } from '#server';
import { testDatabase } from '#testing';
import { logFrom } from './log.ts';
import { serve } from './serve.ts';

vi.setConfig({ testTimeout: 120_000 });

let place: string;
beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), 'chronoscope-serve-'));
  // Where root runs this, the database then lies in the folder too, and goes with it.
  chmodSync(place, 0o755);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

function settingsOf(dataDir: string): Settings {
  const read = readSettings({ PORT: '0' }, { dataDir });
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const databaseWords = (dataDir: string): string => readFileSync(path.join(dataDir, 'postgres.log'), 'utf8');

function expectNothingRuns(dataDir: string): void {
  expect(readdirSync(path.join(dataDir, 'leases'))).toEqual([]);
  expect(readdirSync(dataDir).filter((name) => name.startsWith('lock'))).toEqual([]);
  expect(existsSync(path.join(dataDir, 'cluster', 'postmaster.pid'))).toBe(false);
  expect(databaseWords(dataDir)).not.toContain('not properly shut down');
}

async function stopWhen(dataDir: string, moment: () => boolean): Promise<void> {
  const stop = new AbortController();
  const serving = serve(settingsOf(dataDir), { demo: true, stop: stop.signal, log: logFrom('silent') });
  await vi.waitUntil(moment, { timeout: 60_000, interval: 2 });
  stop.abort();
  expect(await serving).toEqual({ ok: true, value: undefined });
}

describe('told to stop while it is starting', () => {
  it('does not begin with a database when it has not yet', async () => {
    const dataDir = path.join(place, 'none');
    await stopWhen(dataDir, () => true);
    expect(existsSync(path.join(dataDir, 'cluster.json'))).toBe(false);
  });

  it('stops a database that is not ready yet, and the next start has its demo whole', async () => {
    const dataDir = path.join(place, 'starting');
    await stopWhen(dataDir, () => existsSync(path.join(dataDir, 'postgres.log')));
    expectNothingRuns(dataDir);
    await stopWhen(dataDir, () => databaseWords(dataDir).includes('ready to accept connections'));
    expectNothingRuns(dataDir);

    const app = await openApp(settingsOf(dataDir));
    if (!app.ok) throw new Error(app.error.message);
    try {
      expect(await loadDemo({ name: 'test' }, app.value)).toMatchObject({
        ok: true,
        value: { loaded: true },
      });
    } finally {
      await app.value.close();
    }
    expectNothingRuns(dataDir);
  });
});

it('says where triggers alone keep the log', async () => {
  const database = await testDatabase();
  const stop = new AbortController();
  const said: string[] = [];
  const warn = (text: string): void => {
    said.push(text);
    stop.abort();
  };
  const settings = { ...settingsOf(path.join(place, 'own')), databaseUrl: database.ownerUrl };
  const log = { ...logFrom('silent'), warn };
  expect(await serve(settings, { demo: false, stop: stop.signal, log })).toEqual({
    ok: true,
    value: undefined,
  });
  expect(said).toEqual([expect.stringContaining('Append-only by trigger only')]);
  await database.dropped();
});
