/**
 * Sixteen writers and a tailing reader, ten kills at random instants: of the program that appends and of PostgreSQL, in turn.
 * After each, everything is opened again and held against what was promised.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#database';
import { bundledProgram } from '../testing/bundled-program.ts';
import { postmasterPid } from '../testing/postmaster-pid.ts';
import { openStore, type Store } from './index.ts';

const KILLS = 10;
/** Printed, so that a failing run can be told apart; the instants are random on purpose. */
const PAUSE_MS = () => 150 + Math.random() * 700;

let dataDir = '';
let program = '';
/** Positions by event id, as the store acknowledged them. */
const acknowledged = new Map<string, bigint>();
/** What the tailing reader saw, in its order. */
const seen: bigint[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'chronoscope-kills-'));
  program = await bundledProgram('lib/testing/log-writer.ts');
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
  await rm(program, { force: true });
});

describe('a log whose writer and database are killed', () => {
  it('keeps every promise, ten times over', { timeout: 300_000 }, async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      await appendUntilKilled(kill % 2 === 0 ? 'writer' : 'database');
      await withStore(async (store) => {
        await readTail(store);
        await expectWholeLog(store);
      });
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS);
  });
});

async function appendUntilKilled(victim: 'writer' | 'database'): Promise<void> {
  const writer = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => writer.once('close', () => resolve()));
  await readyToKill(writer);
  const reading = withStore((store) => readWhile(store, ended)).catch(() => {
    // The reader loses its database together with the writers; what it saw until then counts.
  });
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS()));
  if (victim === 'writer') writer.kill('SIGKILL');
  else process.kill(await postmasterPid(dataDir), 'SIGKILL');
  await ended;
  await reading;
}

/** Resolves once the writers run; from then on every acknowledgement is remembered. */
function readyToKill(writer: ChildProcess): Promise<void> {
  let errors = '';
  writer.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((resolve, reject) => {
    if (writer.stdout === null) throw new Error('the writer has no output');
    createInterface({ input: writer.stdout }).on('line', (line) => {
      if (line === 'ready') return resolve();
      // A killed process can leave half a line: only a whole id is a promise.
      const [, position, eventId] = /^ack (\d+) ([0-9a-f-]{36})$/.exec(line) ?? [];
      if (position !== undefined && eventId !== undefined) acknowledged.set(eventId, BigInt(position));
    });
    writer.once('exit', () => reject(new Error(`The writer ended before it was killed:\n${errors}`)));
  });
}

async function readWhile(store: Store, ended: Promise<void>): Promise<void> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over) await readTail(store);
}

/** Reads on from the last position seen: a gap or a step back shows at once. */
async function readTail(store: Store): Promise<void> {
  for (;;) {
    const page = await store.eventsFrom(seen.at(-1) ?? 0n, 1_000);
    for (const event of page) {
      expect(event.position).toBe((seen.at(-1) ?? 0n) + 1n);
      seen.push(event.position);
    }
    if (page.length < 1_000) return;
  }
}

async function expectWholeLog(store: Store): Promise<void> {
  const positions = new Map<string, bigint>();
  const heads = new Map<string, number>();
  for (let after = 0n; ; ) {
    const page = await store.eventsFrom(after, 5_000);
    for (const event of page) {
      expect(event.version).toBe((heads.get(event.entityId) ?? 0) + 1);
      heads.set(event.entityId, event.version);
      positions.set(event.eventId, event.position);
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.position;
  }
  expect(seen.length).toBe(positions.size);
  for (const [eventId, position] of acknowledged) expect(positions.get(eventId)).toBe(position);
  const listed = await store.entities({
    namespace: 'main',
    axis: 'recorded',
    withRemoved: false,
    limit: 100,
  });
  expect(new Map(listed.map((row) => [row.entityId, row.version]))).toEqual(heads);
  const report = await store.verify(() => undefined);
  expect(report.problems).toEqual([]);
  expect(report.events).toBe(positions.size);
}

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDir, create: true });
  if (!database.ok) throw new Error(`${database.error.code}: ${database.error.message}`);
  try {
    const store = await openStore(database.value.url);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } finally {
    await database.value.close();
  }
}
