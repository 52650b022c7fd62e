import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Holder, startHolder } from '../holder-process.fixture.ts';
import { type Database, openDatabase } from '../open-database.ts';
import { packageRoot } from '../package-root.ts';
import { withClient } from '../with-client.ts';
import { type Postmaster, runningPostmaster } from './postmaster.ts';
import { canEnter, SERVER_USER } from './server-user.ts';

const root = process.getuid?.() === 0;
let place: string;
let systemDir: string;
let dataDir: string;

// Every cluster takes initdb seconds: tests share one unless they are about how it is made.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

beforeAll(() => {
  // mkdtemp makes a folder of mode 0700, which nobody but us can pass.
  place = mkdtempSync(join(tmpdir(), 'chronoscope-life-'));
  systemDir = mkdtempSync(join(tmpdir(), 'chronoscope-system-'));
  chmodSync(systemDir, 0o711);
});
beforeEach(() => {
  dataDir = join(place, 'data');
});
afterAll(() => {
  for (const folder of [place, systemDir]) rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<Database> {
  const opened = await openDatabase({ dataDir, systemDir, create: true });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

function clusterOf(folder: string): string {
  const { home } = JSON.parse(readFileSync(join(folder, 'cluster.json'), 'utf8'));
  return join(home ?? folder, 'cluster');
}

const running = (): Promise<Postmaster | null> => runningPostmaster(clusterOf(dataDir));

async function kill9(server: Postmaster | null): Promise<void> {
  if (server === null) throw new Error('There is no server to kill.');
  process.kill(server.pid, 'SIGKILL');
  await vi.waitUntil(async () => (await running()) === null, { timeout: 10_000, interval: 10 });
}

const keep = (url: string, value: string) =>
  withClient(url, (client) => client.query('INSERT INTO setting (name, value) VALUES ($1, $1)', [value]));

const kept = async (url: string): Promise<string[]> =>
  (await withClient(url, (client) => client.query('SELECT name FROM setting ORDER BY name'))).rows.map(
    ({ name }) => name,
  );

describe('where it lies', () => {
  it('works from a folder of mode 0700, keeps its secrets to itself, and leaves nothing behind when closed', async () => {
    const database = await open();
    expect(statSync(place).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'cluster.json')).mode & 0o777).toBe(0o600);
    expect(statSync(clusterOf(dataDir)).mode & 0o777).toBe(0o700);
    expect(await running()).not.toBeNull();
    expect(await database.freeBytes()).toBeGreaterThan(0);
    await database.close();
    expect(await running()).toBeNull();
    expect(readdirSync(join(dataDir, 'leases'))).toEqual([]);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it.runIf(root)(
    'as root: outside of a folder that nobody else can enter, as a user that is not root',
    async () => {
      await (await open()).close();
      expect(clusterOf(dataDir).startsWith(systemDir)).toBe(true);
      expect(statSync(clusterOf(dataDir)).uid).toBe(SERVER_USER.uid);
    },
  );

  it.runIf(root)(
    'as root: inside a folder that others can pass, and inside an empty one whatever its mode',
    async () => {
      dataDir = mkdtempSync(join(tmpdir(), 'chronoscope-inside-'));
      await (await open()).close();
      expect(clusterOf(dataDir)).toBe(join(dataDir, 'cluster'));
      rmSync(dataDir, { recursive: true });
    },
  );

  it.runIf(root && canEnter(packageRoot(), SERVER_USER))(
    'as an ordinary user: everything in the data folder',
    async () => {
      dataDir = mkdtempSync(join(tmpdir(), 'chronoscope-nobody-'));
      chownSync(dataDir, SERVER_USER.uid, SERVER_USER.gid);
      const holder = await startHolder({ dataDir, systemDir: join(dataDir, 'never') }, SERVER_USER.uid);
      await keep(holder.url, 'mine');
      expectLibraryLinks(join(dataDir, 'lib'));
      await holder.release();
      expect(existsSync(join(dataDir, 'never'))).toBe(false);
      expect(statSync(join(dataDir, 'cluster.json')).uid).toBe(SERVER_USER.uid);
      // Opened once with sudo, it must still be theirs.
      const asRoot = await open();
      expect(await kept(asRoot.url)).toEqual(['mine']);
      await asRoot.close();
      const again = await startHolder({ dataDir, systemDir }, SERVER_USER.uid);
      expect(await kept(again.url)).toEqual(['mine']);
      await again.release();
      rmSync(dataDir, { recursive: true });
    },
  );

  it.runIf(root)('makes the links to libraries that npm leaves to an install script', async () => {
    await (await open()).close();
    const copy = readdirSync(systemDir).find((name) => name.startsWith('postgres-'));
    expectLibraryLinks(join(systemDir, copy ?? '', 'lib'));
  });

  it('names the folder and the variable where it cannot be used', async () => {
    dataDir = join(place, 'no-folder');
    writeFileSync(dataDir, 'a file');
    expect(await openDatabase({ dataDir, systemDir, create: true })).toMatchObject({
      ok: false,
      error: { code: 'CS-405', place: dataDir, message: expect.stringContaining('CHRONOSCOPE_DATA_DIR') },
    });
  });
});

function expectLibraryLinks(folder: string): void {
  for (const name of ['libicui18n.so.60', 'libicuuc.so.60', 'libicudata.so.60', 'libpq.so.5']) {
    expect(lstatSync(join(folder, name)).isSymbolicLink(), name).toBe(true);
    expect(existsSync(join(folder, name)), name).toBe(true);
  }
}

describe('a folder without a store', () => {
  it('stays as it is unless one is to be made there', async () => {
    dataDir = join(place, 'mistyped');
    const refused = { ok: false, error: { code: 'CS-416', place: dataDir } };
    expect(await openDatabase({ dataDir, systemDir })).toMatchObject(refused);
    expect(existsSync(dataDir)).toBe(false);
    mkdirSync(join(dataDir, 'config'), { recursive: true });
    expect(await openDatabase({ dataDir, systemDir })).toMatchObject(refused);
    expect(readdirSync(dataDir)).toEqual(['config']);
  });

  it('is told from one in which a store is being made right now, which is waited for', async () => {
    dataDir = join(place, 'in-the-making');
    const making = openDatabase({ dataDir, systemDir, create: true });
    await vi.waitUntil(() => existsSync(join(dataDir, 'cluster.json')), { timeout: 20_000 });
    const opened = await Promise.all([making, openDatabase({ dataDir, systemDir })]);
    expect(opened).toMatchObject([{ ok: true }, { ok: true }]);
    await Promise.all(opened.map((one) => (one.ok ? one.value.close() : undefined)));
  });

  it('is joined once it has one', async () => {
    await (await open()).close();
    const joined = await openDatabase({ dataDir, systemDir });
    if (!joined.ok) throw new Error(joined.error.message);
    await joined.value.close();
  });
});

describe('who uses it', () => {
  it('two processes share one server, and the last one out stops it', async () => {
    const [one, other] = await Promise.all([
      startHolder({ dataDir, systemDir }),
      startHolder({ dataDir, systemDir }),
    ]);
    expect(one.url).toBe(other.url);
    const server = await running();
    await keep(one.url, 'of one');
    await one.release();
    expect(await running()).toEqual(server);
    expect(await kept(other.url)).toContain('of one');
    await other.release();
    expect(await running()).toBeNull();
  });

  it('many who come and go at once never find it stopped under them', async () => {
    const visit = async (name: string): Promise<void> => {
      for (let round = 0; round < 3; round++) {
        const database = await open();
        await keep(database.url, `${name}-${round}`);
        await database.close();
      }
    };
    await Promise.all(['a', 'b', 'c', 'd'].map(visit));
    expect(await running()).toBeNull();
    const database = await open();
    expect((await kept(database.url)).filter((name) => /^[abcd]-\d$/.test(name))).toHaveLength(12);
    await database.close();
  });

  it('a server whose starter was killed is adopted, and stopped by the one who adopted it', async () => {
    const starter = await startHolder({ dataDir, systemDir });
    await keep(starter.url, 'of the starter');
    const server = await running();
    await starter.kill();
    expect(await running()).toEqual(server);
    const database = await open();
    expect(await running()).toEqual(server);
    expect(database.url).toBe(starter.url);
    expect(await kept(database.url)).toContain('of the starter');
    await database.close();
    expect(await running()).toBeNull();
    expect(readdirSync(join(dataDir, 'leases'))).toEqual([]);
  });
});

describe('after a crash', () => {
  it('of the server and its user, nothing acknowledged is missing', async () => {
    const holder = await startHolder({ dataDir, systemDir });
    for (const name of ['a', 'b', 'c']) await keep(holder.url, name);
    await kill9(await running());
    await holder.kill();
    const database = await open();
    expect(await kept(database.url)).toEqual(expect.arrayContaining(['a', 'b', 'c']));
    await database.close();
  });

  it('of the server alone, who keeps it running has it again at the same address', async () => {
    const holder: Holder = await startHolder({ dataDir, systemDir, keepRunning: true });
    await keep(holder.url, 'before');
    await kill9(await running());
    await vi.waitFor(() => keep(holder.url, 'after'), { timeout: 20_000, interval: 50 });
    expect(await kept(holder.url)).toEqual(expect.arrayContaining(['after', 'before']));
    await holder.release();
    expect(await running()).toBeNull();
  });

  it('starts although the number of its dead server now belongs to another process', async () => {
    await (await open()).close();
    const pidFile = join(clusterOf(dataDir), 'postmaster.pid');
    const lines = [
      process.pid,
      clusterOf(dataDir),
      '1700000000',
      '5432',
      '',
      '127.0.0.1',
      '  1  1',
      'ready   ',
      '',
    ];
    writeFileSync(pidFile, lines.join('\n'));
    const database = await open();
    expect(await running()).not.toBeNull();
    await database.close();
  });

  it('of somebody who held the lock, or was in the middle of initdb, it starts all the same', async () => {
    const holder = await startHolder({ dataDir, systemDir });
    await holder.kill();
    await (await open()).close();
    rmSync(clusterOf(dataDir), { recursive: true });
    symlinkSync(`${holder.pid}-1-deadbeef`, join(dataDir, 'lock'));
    writeFileSync(`${clusterOf(dataDir)}.new`, 'half');
    const database = await open();
    expect(await kept(database.url)).toEqual([]);
    await database.close();
  });
});
