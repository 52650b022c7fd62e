/** Which commands make a store where there is none, and what the others say: as a user runs them. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../lib/testing/chronoscope-process.ts';

const MAPPING = [
  '--format',
  'ndjson',
  '--entity-type',
  'order',
  '--entity-id',
  '/id',
  '--event-type',
  '/type',
];
const LINE = '{"id":1,"type":"Placed"}\n';

let place: string;
let dataDir: string;
beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), 'chronoscope-missing-'));
  // Where root runs this, the database then lies in the folder too, and goes with it.
  chmodSync(place, 0o755);
  dataDir = path.join(place, 'mistyped');
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

// The first of them may have to build the command line.
describe('a data folder without a store', { timeout: 120_000 }, () => {
  it.each([
    ['entities'],
    ['events', 'order', '1'],
    ['state', 'order', '1'],
    ['diff', 'order', '1'],
    ['blame', 'order', '1'],
    ['verify'],
    ['export'],
    ['sources'],
  ])('is refused by %s, which leaves no trace', async (...args) => {
    const { exitCode, stdout, stderr } = await runCommand([...args, '--data-dir', dataDir]);
    expect(stderr).toMatch(/^CS-416: .*mistyped holds no store: .*\n$/m);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(existsSync(dataDir)).toBe(false);
  });

  it('is no hindrance to --dry-run, which makes none either', async () => {
    const args = ['import', '-', ...MAPPING, '--dry-run', '--json', '--data-dir', dataDir];
    const { exitCode, stdout, stderr } = await runCommand(args, LINE);
    expect(JSON.parse(stdout)).toMatchObject({ entityId: '1', type: 'Placed' });
    expect(stderr).toContain('There is no store yet.');
    expect(exitCode).toBe(0);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('gets one from import, which the others then read', async () => {
    const imported = await runCommand(['import', '-', ...MAPPING, '--data-dir', dataDir], LINE);
    expect(imported.stderr).toContain('1 read, 1 added');
    const state = await runCommand(['state', 'order', '1', '--data-dir', dataDir]);
    expect(state).toMatchObject({ exitCode: 0, stdout: '{"id":1,"type":"Placed"}\n' });
  });

  it.runIf(existsSync('/proc/self'))('is named at once where none can be made', async () => {
    const folder = '/proc/chronoscope/data';
    const imported = await runCommand(['import', '-', ...MAPPING, '--data-dir', folder], LINE);
    expect(imported.stderr).toMatch(/^CS-405: \/proc\/chronoscope\/data: /m);
    expect(imported.exitCode).toBe(1);
  });
});
