/**
 * Who keeps the read models is killed in the middle of it, and so is PostgreSQL, in turn. After each, the models go on from where they were, and
 * have the rows that they have when they are made anew from the log.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundledProgram } from '../../testing/bundled-program.ts';
import { postmasterPid } from '../../testing/postmaster-pid.ts';
import { type App, openApp } from '../app.ts';
import { readSettings } from '../settings.ts';
import { catchUp, dropReadModels } from './catch-up.ts';
import { type ModelRows, modelRows } from './model-rows.fixture.ts';

const KILLS = 8;
const viewer = { name: 'test' };
let dataDir = '';
let program = '';

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'chronoscope-model-kills-'));
  program = await bundledProgram('lib/server/read-models/kept-log.fixture.ts');
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
  await rm(program, { force: true });
});

it('has the rows of a log that nobody was killed over', { timeout: 300_000 }, async () => {
  let midway = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await keepUntilKilled(kill % 2 === 0 ? 'keeper' : 'database');
    await withApp(async (app, client) => {
      if (await isBehind(app)) midway += 1;
      expect(await catchUp(viewer, app)).toBe(true);
      const kept = await modelRows(client);
      await dropReadModels(viewer, app);
      expect(await catchUp(viewer, app)).toBe(true);
      expectSameRows(kept, await modelRows(client));
    });
  }
  expect(midway).toBeGreaterThan(0);
});

/** A table at a time: what differs of one is to be read. */
function expectSameRows(kept: ModelRows, anew: ModelRows): void {
  for (const [table, rows] of Object.entries(anew)) {
    const had = new Set(kept[table]);
    const [missing] = rows.filter((row) => !had.has(row));
    expect
      .soft({ table, missing, rows: kept[table]?.length })
      .toEqual({ table, missing: undefined, rows: rows.length });
  }
  expect(anew.searchable_event?.length).toBeGreaterThan(0);
  expect(anew.change?.length).toBeGreaterThan(0);
  expect(anew.catalogue_follow?.length).toBeGreaterThan(0);
}

async function keepUntilKilled(victim: 'keeper' | 'database'): Promise<void> {
  const keeper = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => keeper.once('close', () => resolve()));
  await ready(keeper);
  await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 900));
  if (victim === 'database') process.kill(await postmasterPid(dataDir), 'SIGKILL');
  keeper.kill('SIGKILL');
  await ended;
}

function ready(keeper: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    keeper.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    keeper.stdout?.once('data', () => resolve());
    keeper.once('exit', () => reject(new Error(`It ended before it was killed:\n${said}`)));
  });
}

async function isBehind({ store }: App): Promise<boolean> {
  const [head, models] = [await store.readModels.head(), await store.readModels.reached()];
  return models.some(({ position }) => position < head);
}

async function withApp(work: (app: App, client: pg.Client) => Promise<void>): Promise<void> {
  const settings = readSettings({}, { dataDir, port: 0 });
  if (!settings.ok) throw new Error(settings.error.message);
  const app = await openApp(settings.value);
  if (!app.ok) throw new Error(`${app.error.code}: ${app.error.message}`);
  const client = new pg.Client(app.value.database.url);
  try {
    await client.connect();
    await work(app.value, client);
  } finally {
    await client.end();
    await app.value.close();
  }
}
