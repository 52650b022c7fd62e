/** What was known by a moment, on the command line: nothing of what came later is counted or listed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#database';
import { type CommandResult, runCommand } from '../lib/testing/chronoscope-process.ts';

/** The payment happened before it was recorded. */
const LINES = [
  { id: 'O-1', type: 'Placed', recorded: '2026-03-01T10:00:00Z', happened: '2026-03-01T10:00:00Z' },
  { id: 'O-2', type: 'Placed', recorded: '2026-03-01T11:00:00Z', happened: '2026-03-01T11:00:00Z' },
  { id: 'O-1', type: 'Paid', recorded: '2026-03-01T12:00:00Z', happened: '2026-03-01T10:30:00Z' },
];

let folder = '';
let release = async (): Promise<void> => undefined;
const command = (...args: readonly string[]): Promise<CommandResult> =>
  runCommand([...args, '--data-dir', path.join(folder, 'data')]);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chronoscope-as-of-'));
  const database = await openDatabase({ dataDir: path.join(folder, 'data'), create: true });
  if (!database.ok) throw new Error(database.error.message);
  release = database.value.close;
  const ids = ['--entity-type', 'order', '--entity-id', '/id', '--event-type', '/type', '--source', 'orders'];
  const times = ['--recorded-at', '/recorded', '--occurred-at', '/happened'];
  const imported = await runCommand(
    ['import', '-', '--format', 'ndjson', ...ids, ...times, '--data-dir', path.join(folder, 'data')],
    LINES.map((line) => `${JSON.stringify(line)}\n`).join(''),
  );
  expect(imported).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('3 added') });
}, 120_000);

afterAll(async () => {
  await release();
  await rm(folder, { recursive: true, force: true });
});

const NOON = ['--as-of', '2026-03-01T11:59:59.999999Z'];
const OCCURRED = ['--axis', 'occurred'];

describe('types as of a moment', () => {
  it('counts what had come by then, on either clock', async () => {
    const counts = async (...args: readonly string[]) =>
      (await command('types', ...args)).stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t').slice(0, 5));
    expect(await counts(...NOON)).toEqual([
      ['Placed', 'order', '2', '2026-03-01T10:00:00Z', '2026-03-01T11:00:00Z'],
    ]);
    expect(await counts('--as-of', '2026-03-01T10:45:00Z', ...OCCURRED)).toEqual([
      ['Paid', 'order', '1', '2026-03-01T10:30:00Z', '2026-03-01T10:30:00Z'],
      ['Placed', 'order', '1', '2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z'],
    ]);
  });

  it('knows no type that had not come, and no moment that is none of a clock', async () => {
    expect(await command('types', 'Paid', ...NOON)).toMatchObject({
      exitCode: 3,
      stderr: 'No event of main has the type Paid, as of 2026-03-01T11:59:59.999999Z.\n',
    });
    expect(await command('types', 'Placed', ...NOON)).toMatchObject({
      exitCode: 0,
      stderr: '2 events; payloads of schema version 1.\n',
    });
    for (const [moment, code] of [
      ['@2', 'CS-112'],
      ['soon', 'CS-110'],
    ] as const)
      expect(await command('types', '--as-of', moment)).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining(code),
      });
  });
});

describe('search as of a moment', () => {
  it('finds and counts what had come by then, on either clock and by position', async () => {
    const found = await command('search', ...NOON);
    expect(found.stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(found.stderr).toBe('2 events.\n');
    const count = async (...args: readonly string[]) => (await command('search', '--count', ...args)).stdout;
    expect(await count(...NOON)).toBe('2\n');
    expect(await count(...NOON, ...OCCURRED)).toBe('3\n');
    expect(await count('type:Paid', ...NOON)).toBe('0\n');
    expect(await count('--as-of', '@1')).toBe('1\n');
    expect(await command('search', '--as-of', '@9')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('CS-111'),
    });
  });
});

describe('sequence as of a moment', () => {
  it('goes no further than what had come by then', async () => {
    const listed = async (...args: readonly string[]) =>
      (await command('sequence', 'Placed -> Paid', ...args)).stderr;
    expect(await listed()).toBe('1 listed, the newest first.\n');
    expect(await listed(...NOON)).toBe('0 listed, the newest first.\n');
    expect(await listed(...NOON, ...OCCURRED)).toBe('1 listed, the newest first.\n');
  });
});

it('says in the help of each what the option takes', async () => {
  for (const name of ['types', 'search', 'sequence'])
    expect((await runCommand([name, '--help'])).stdout).toContain('--as-of <moment>');
});
