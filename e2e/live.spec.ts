/** The live stream of an entity, against a server of its own that is stopped, started again and hindered. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';
import { type EventDetail, entityApiPath } from '#wire';
import { eventPageSchema } from '#wire/api';
import { bundledProgram } from '../lib/testing/bundled-program.ts';
import { type RunningServer, runCommand, startServer } from '../lib/testing/chronoscope-process.ts';
import { countingClient, entityClient, type LiveClient, searchClient } from './live-client.ts';
import { PARCEL_IMPORT, parcelNdjson } from './parcel-log.ts';

const CUTS = 20;
/** Characters; an event has about 800. */
const LONGEST_READ = 10_000;
const PARCEL = ['parcel', 'p-1'] as const;

let dataDir = '';
let server: RunningServer | null = null;
const start = async (): Promise<RunningServer> => {
  server = await startServer(['--no-demo', '--data-dir', dataDir]);
  return server;
};
test.beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'chronoscope-live-'));
  await start();
});
test.afterEach(async () => {
  if (server?.process.exitCode === null) await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('a client that is cut off twenty times, and once by a restart, sees every event once and in order', async () => {
  const writer = await startWriter();
  let running = server ?? (await start());
  const counter = ['counter', '0'] as const;
  await expect.poll(async () => (await answerOf(running.url, counter)).status).toBe(200);
  const client = entityClient(...counter, '?after=0');
  const cuts = Array.from({ length: CUTS }, () => 1 + Math.floor(Math.random() * LONGEST_READ));
  for (const [nth, characters] of cuts.entries()) {
    expect(await client.read(running.url, { characters })).toBe('cut');
    if (nth !== CUTS / 2) continue;
    const reading = await opened(client, running.url);
    await running.stop();
    expect(await reading.end).toBe('ended');
    running = await start();
  }
  writer.kill('SIGKILL');
  await once(writer, 'close');
  const all = await allEvents(running.url, counter);
  await client.read(running.url, { enough: () => client.lastId === String(all.length) });
  expect(all.length, `cut after ${cuts.join()}`).toBeGreaterThan(CUTS);
  expect(client.seen.map(({ version }) => version)).toEqual(all.map(({ version }) => version));
  expect(client.seen).toEqual(all);
});

test('what a query finds comes once and in the order of the log, to a client that is cut off twenty times, and once by a restart', async () => {
  const writer = await startWriter();
  let running = server ?? (await start());
  // Of the five streams of the writer, two.
  const query = `?after=0&q=${encodeURIComponent('entity:counter/1 OR entity:counter/3')}`;
  const client = searchClient(query);
  const counting = countingClient(query, 2);
  for (let nth = 0; nth < CUTS; nth += 1) {
    const characters = 1 + Math.floor(Math.random() * LONGEST_READ);
    expect(await client.read(running.url, { characters })).toBe('cut');
    expect(await counting.read(running.url, { characters })).toBe('cut');
    if (nth !== CUTS / 2) continue;
    const reading = await opened(client, running.url);
    await running.stop();
    expect(await reading.end).toBe('ended');
    running = await start();
  }
  writer.kill('SIGKILL');
  await once(writer, 'close');
  const written = [
    ...(await allEvents(running.url, ['counter', '1'])),
    ...(await allEvents(running.url, ['counter', '3'])),
  ];
  await client.read(running.url, { enough: () => client.seen.length >= written.length });
  const positions = written.map(({ position }) => Number(position)).sort((a, b) => a - b);
  expect(positions.length).toBeGreaterThan(CUTS);
  expect(client.seen.map(({ position }) => Number(position))).toEqual(positions);

  const counted = () => counting.seen.reduce((sum, one) => sum + ('size' in one ? one.size : 1), 0);
  await counting.read(running.url, { enough: () => counted() >= positions.length });
  expect(counted()).toBe(positions.length);
  const given = counting.seen.flatMap((one) => ('size' in one ? [] : [Number(one.position)]));
  expect(given.length).toBeLessThan(positions.length);
  expect(given).toEqual(positions.filter((position) => given.includes(position)));
});

test('one that is cut off before the first event came misses nothing either', async () => {
  await importParcels();
  const { url } = server ?? (await start());
  const client = entityClient(...PARCEL);
  await client.read(url, { enough: () => client.lastId !== null });
  expect(client.lastId).toBe('240');
  await importParcels(line('p-1', { n: 1.5 }));
  await client.read(url, { enough: () => client.seen.length > 0 });
  expect(client.seen).toMatchObject([{ version: 241, type: 'Noted', payload: '{"n":1.5}' }]);
});

test('five open streams are ended when the server is told to stop, and do not hold it up', async () => {
  await importParcels();
  const { url, process: running } = server ?? (await start());
  const clients = Array.from({ length: 5 }, () => entityClient(...PARCEL));
  const reading = await Promise.all(clients.map((client) => opened(client, url)));
  const told = performance.now();
  running.kill('SIGTERM');
  const [exitCode] = await once(running, 'exit');
  expect(exitCode).toBe(0);
  expect(performance.now() - told).toBeLessThan(5_000);
  expect(await Promise.all(reading.map(({ end }) => end))).toEqual(clients.map(() => 'ended'));
});

test('clients that never read cost the server a bounded part of its memory', async () => {
  test.skip(process.platform !== 'linux', 'the memory of another process is read from /proc');
  const events = 200;
  const lines = Array.from({ length: events }, (_none, nth) => line('big', `${nth} ${'x'.repeat(1e6)}`));
  await importParcels(lines.join(''));
  const { url, process: running } = server ?? (await start());
  const reader = entityClient('parcel', 'big', '?after=0');
  const readAll = () => reader.read(url, { enough: () => reader.lastId === String(events) });
  await readAll();
  const before = await residentMb(running);
  const stuck = await Promise.all(
    Array.from({ length: 4 }, () => entityClient('parcel', 'big', '?after=0').connect(url)),
  );
  // By the time another has read everything, they would have been sent everything too.
  reader.lastId = null;
  await readAll();
  const after = await residentMb(running);
  for (const response of stuck) response.destroy();
  test.info().annotations.push({ type: 'memory', description: `${before} MB, then ${after} MB` });
  expect(reader.seen).toHaveLength(2 * events);
  expect(after - before).toBeLessThan((4 * events) / 2);
});

/** A connection that stays until the server ends it, once its first block has come. */
async function opened(
  client: LiveClient<unknown>,
  url: string,
): Promise<{ readonly end: Promise<'cut' | 'ended'> }> {
  let end: Promise<'cut' | 'ended'> | undefined;
  await new Promise<void>((resolve, reject) => {
    end = client.read(url, { opened: resolve });
    end.catch(reject);
  });
  if (end === undefined) throw new Error('nothing was read');
  return { end };
}

/** Appends to five streams until it is killed. */
async function startWriter(): Promise<ChildProcess> {
  const program = await bundledProgram('lib/testing/log-writer.ts');
  const writer = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: writer.stdout });
  await once(lines, 'line');
  await rm(program, { force: true });
  return writer;
}

function line(parcel: string, content: unknown): string {
  const at = '2026-12-24T08:00:00Z';
  return `${JSON.stringify({ parcel, what: 'Noted', who: 'bob', happened: at, written: at, content })}\n`;
}

async function importParcels(lines = parcelNdjson()): Promise<void> {
  const done = await runCommand(['import', '-', ...PARCEL_IMPORT, '--data-dir', dataDir], lines);
  expect(done).toMatchObject({ exitCode: 0 });
}

const answerOf = (url: string, entity: readonly [string, string], from = 1): Promise<Response> =>
  fetch(`${url}${entityApiPath(...entity, `/events?from=${from}`)}`);

async function allEvents(url: string, entity: readonly [string, string]): Promise<readonly EventDetail[]> {
  const all: EventDetail[] = [];
  for (;;) {
    const answer = await answerOf(url, entity, all.length + 1);
    const { events, head } = eventPageSchema.parse(await answer.json());
    all.push(...events);
    if (all.length === head) return all;
  }
}

async function residentMb({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024);
}
