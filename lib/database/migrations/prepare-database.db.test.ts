import { randomBytes } from 'node:crypto';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#testing';
import { openDatabase } from '../open-database.ts';
import { withClient } from '../with-client.ts';
import { migrationsFolder, prepareDatabase } from './prepare-database.ts';

let server: TestServer;
let name: string;
let folder: string;
const admin = (sql: string) => withClient(server.adminUrl('postgres'), (client) => client.query(sql));
const asOwner = (sql: string) => withClient(server.ownerUrl(name), (client) => client.query(sql));
const asApp = (sql: string) => withClient(server.appUrl(name), (client) => client.query(sql));
const prepare = () => prepareDatabase(server.ownerUrl(name), server.app, folder);

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  name = `chronoscope_empty_${randomBytes(6).toString('hex')}`;
  await admin(`CREATE DATABASE ${name} OWNER ${server.owner}`);
  folder = mkdtempSync(join(tmpdir(), 'chronoscope-migrations-'));
  cpSync(migrationsFolder(), folder, { recursive: true });
});
afterEach(async () => {
  await admin(`DROP DATABASE ${name} WITH (FORCE)`);
  rmSync(folder, { recursive: true });
});

function addMigration(migration: string, sql: string): void {
  mkdirSync(join(folder, migration));
  writeFileSync(join(folder, migration, 'migration.sql'), sql);
}

describe('prepareDatabase', () => {
  it('applies all at first, nothing the second time, and then only what is new', async () => {
    const first = await prepare();
    expect(first.ok && first.value.length).toBeGreaterThan(0);
    expect(await prepare()).toEqual({ ok: true, value: [] });
    addMigration('9000_more', 'CREATE TABLE more (id BIGSERIAL PRIMARY KEY, text TEXT);');
    expect(await prepare()).toEqual({ ok: true, value: ['9000_more'] });
    await expect(asApp(`INSERT INTO more (text) VALUES ('x')`)).resolves.toMatchObject({ rowCount: 1 });
  });

  it('leaves no timer behind for which the process would wait', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    await prepare();
    expect(timers()).toBeLessThanOrEqual(before);
  });

  it('is safe for several at once', async () => {
    const outcomes = await Promise.all([prepare(), prepare(), prepare()]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    const { rows } = await asOwner('SELECT migration_name FROM _prisma_migrations');
    expect(new Set(rows.map(({ migration_name }) => migration_name)).size).toBe(rows.length);
  });

  it('sends a script whole: semicolons in comments, texts and functions are no ends', async () => {
    addMigration(
      '9000_semicolons',
      `-- one; two
       CREATE TABLE odd (text TEXT DEFAULT ';'); /* three; */
       CREATE FUNCTION give() RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN ';'; END $$;`,
    );
    expect(await prepare()).toMatchObject({ ok: true });
    expect((await asOwner('SELECT give() AS given')).rows).toEqual([{ given: ';' }]);
  });

  it('says what PostgreSQL said of a script that failed, and leaves nothing of it', async () => {
    addMigration('9000_broken', 'CREATE TABLE half (id INT); SELECT nonsense;');
    expect(await prepare()).toMatchObject({
      ok: false,
      error: { code: 'CS-408', message: expect.stringContaining('nonsense') },
    });
    expect((await asOwner(`SELECT to_regclass('half') AS half`)).rows).toEqual([{ half: null }]);
  });

  it('names the script that was edited after it ran, whoever asks', async () => {
    await prepare();
    appendFileSync(join(folder, '0002_segments', 'migration.sql'), '\n-- edited');
    for (const url of [server.ownerUrl(name), server.appUrl(name)])
      expect(await prepareDatabase(url, server.app, folder)).toMatchObject({
        ok: false,
        error: { code: 'CS-408', message: expect.stringContaining('0002_segments') },
      });
  });

  it('takes a script for the same whatever ends its lines', async () => {
    await prepare();
    const script = join(folder, '0002_segments', 'migration.sql');
    writeFileSync(script, readFileSync(script, 'utf8').replaceAll('\n', '\r\n'));
    expect(await prepare()).toEqual({ ok: true, value: [] });
  });

  it('gives the grants also where somebody else migrated', async () => {
    await prepare();
    await asOwner(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${server.app}`);
    expect(await prepare()).toEqual({ ok: true, value: [] });
    await expect(asApp('SELECT FROM event')).resolves.toMatchObject({ rowCount: 0 });
  });
});

describe('openDatabase with a server of your own', () => {
  const dataDir = '/nowhere/never-touched';

  it('migrates as the owner and hands out the application', async () => {
    const opened = await openDatabase({
      dataDir,
      databaseUrl: server.appUrl(name),
      ownerUrl: server.ownerUrl(name),
    });
    expect(opened).toMatchObject({
      ok: true,
      value: { url: server.appUrl(name), embedded: false },
    });
    await expect(asApp('DELETE FROM event')).rejects.toThrow(/permission denied/);
    expect(await openDatabase({ dataDir, databaseUrl: server.appUrl(name) })).toMatchObject({ ok: true });
  });

  it('opens with one role for both, where triggers alone keep the log', async () => {
    const opened = await openDatabase({ dataDir, databaseUrl: server.ownerUrl(name) });
    expect(opened).toMatchObject({ ok: true });
    await expect(asOwner('DELETE FROM event')).rejects.toThrow(/append-only/);
  });

  it('says what to set where the role may not migrate', async () => {
    expect(await openDatabase({ dataDir, databaseUrl: server.appUrl(name) })).toMatchObject({
      ok: false,
      error: { code: 'CS-408', message: expect.stringContaining('DATABASE_OWNER_URL') },
    });
  });

  it('says where it could not be reached, without the password', async () => {
    const opened = await openDatabase({ dataDir, databaseUrl: 'postgresql://me:hush@127.0.0.1:1/log' });
    expect(opened).toMatchObject({ ok: false, error: { code: 'CS-406', place: 'me@127.0.0.1:1/log' } });
    expect(JSON.stringify(opened)).not.toContain('hush');
  });
});
