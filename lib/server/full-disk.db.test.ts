/** A disk that really fills up: a file system of its own, which only root may mount. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '#core';
import { openStore } from '#store';
import { newEvent } from '../testing/new-event.ts';
import { type App, type AppOptions, openApp } from './app.ts';
import { importFiles } from './import-files.ts';
import { readImportOptions } from './read-import-options.ts';
import { readSettings } from './settings.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const MIB = 1_048_576;
const VIEWER = { name: 'test' };
const place = mkdtempSync(path.join(tmpdir(), 'chronoscope-disk-'));
const disk = path.join(place, 'disk');
const ballast = path.join(disk, 'ballast');
const mounted = mountsDisk();
let app: App;

function mountsDisk(): boolean {
  chmodSync(place, 0o755);
  mkdirSync(disk);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=755', 'tmpfs', disk]).status === 0;
}

const free = (): number => {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
};

/** Fills the disk up to so many bytes. */
function leave(bytes: number): void {
  rmSync(ballast, { force: true });
  writeFileSync(ballast, Buffer.alloc(Math.max(0, free() - bytes)));
}

async function openHere(options: AppOptions): Promise<App> {
  const settings = readSettings({ CHRONOSCOPE_DATA_DIR: path.join(disk, 'data') }, {});
  if (!settings.ok) throw new Error(settings.error.message);
  const opened = await openApp(settings.value, options);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

beforeAll(async () => {
  if (mounted) app = await openHere({ create: true, keepRunning: true });
});
afterAll(async () => {
  await app?.close();
  if (mounted) spawnSync('umount', [disk]);
  rmSync(place, { recursive: true, force: true });
});

const padding = 'x'.repeat(2_000);
const lines = Array.from(
  { length: 20_000 },
  (_none, n) => `{"id":${n % 50},"type":"t","n":${n},"p":"${padding}"}\n`,
);

async function importLines() {
  const file = path.join(place, 'log.ndjson');
  writeFileSync(file, lines.join(''));
  const request = readImportOptions({
    files: [file],
    namespace: 'main',
    format: 'ndjson',
    entityType: 'order',
    entityId: '/id',
    eventType: '/type',
  });
  if (!request.ok) throw new Error(request.error.message);
  return importFiles(VIEWER, app, request.value, () => undefined);
}

async function expectCleanLog(): Promise<void> {
  expect((await app.store.verify(() => undefined)).problems).toEqual([]);
}

describe.runIf(mounted)('a small disk', () => {
  it('ends an import before it is full, and the same again completes it', async () => {
    leave(LIMITS.freeBytes + 20 * MIB);
    expect(await importLines()).toMatchObject({ ok: false, error: { code: 'CS-323' } });
    const { head } = await app.store.status();
    expect(free()).toBeGreaterThan(LIMITS.freeBytes - 20 * MIB);
    expect(head).toBeGreaterThan(0n);
    expect(head).toBeLessThan(20_000n);
    await expectCleanLog();
    rmSync(ballast);
    expect(await importLines()).toMatchObject({ ok: true, value: { added: 20_000 - Number(head) } });
    await expectCleanLog();
  });

  it('that others filled takes nothing, keeps nothing half written, and works again once there is room', async () => {
    // A store that does not look, so that nothing is foreseen.
    const blind = await openStore(app.database.url);
    const { head } = await app.store.status();
    const items = Array.from({ length: 2_000 }, (_none, n) => ({
      event: newEvent({ entityId: 'full', payload: JSON.stringify(`${n}${padding}`) }),
    }));
    const append = () => blind.append({ namespace: 'main', items, atomic: true });
    leave(MIB);
    expect(await append()).toMatchObject({ ok: false, error: { code: 'CS-321' } });
    rmSync(ballast);
    // PostgreSQL may have ended over it and be on its way back.
    await vi.waitFor(
      async () => expect(await append()).toMatchObject({ ok: true, value: { added: 2_000 } }),
      {
        timeout: 60_000,
        interval: 100,
      },
    );
    await blind.close();
    expect((await app.store.status()).head).toBe(head + 2_000n);
    await expectCleanLog();
  });

  it('is read from as before, and the database on it is stopped', async () => {
    // Of a server that has just started again the first connection writes a file, without which PostgreSQL takes none.
    await (await openHere({})).close();
    leave(0);
    const reader = await openHere({});
    expect((await reader.store.status()).head).toBe((await app.store.status()).head);
    await reader.close();
    await app.close();
    expect(readdirSync(path.join(disk, 'data', 'leases'))).toEqual([]);
    rmSync(ballast);
    app = await openHere({});
    await expectCleanLog();
  });
});
