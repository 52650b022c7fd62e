/**
 * Real histories against answers that were read independently of the events: every state and count of the oracles, and the
 * whole final state, through the command line as a user runs it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '#database';
import { type CommandResult, runCommand } from '../lib/testing/chronoscope-process.ts';
import { GIT_HISTORY_IMPORT } from '../lib/testing/git-history-import.ts';

const shared = path.resolve(import.meta.dirname, '../../shared/data');

const oracleLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), as_of: z.string(), live_entities: z.number() }),
  z.object({ kind: z.literal('state'), as_of: z.string(), entity: z.string(), expected: z.unknown() }),
]);
const answerLine = z.union([
  z.object({ exists: z.literal(true), version: z.number(), state: z.unknown() }),
  z.object({ exists: z.literal(false) }),
]);

describe.each([
  { folder: 'us-legislators', type: 'legislator', events: 25_886, answers: 116 },
  { folder: 'cisa-kev', type: 'vulnerability', events: 1_510, answers: 63 },
])('$folder', ({ folder, type, events, answers }) => {
  const log = path.join(shared, folder, 'events.ndjson.gz');
  let dataDir = '';
  let release = async (): Promise<void> => undefined;
  const command = (args: readonly string[], stdin?: string): Promise<CommandResult> =>
    runCommand([...args, '--data-dir', dataDir], stdin);
  const importLog = () => command(['import', log, '--entity-type', type, ...GIT_HISTORY_IMPORT]);

  beforeAll(async () => {
    expect(existsSync(log)).toBe(true);
    dataDir = await mkdtemp(path.join(tmpdir(), 'chronoscope-oracle-'));
    // Held open for all commands below, so that not every one of them starts and stops PostgreSQL.
    const database = await openDatabase({ dataDir, create: true });
    if (!database.ok) throw new Error(database.error.message);
    release = database.value.close;
    const imported = await importLog();
    expect(imported.stderr).toMatch(
      new RegExp(`${events} read, ${events} added, 0 already there, 0 refused`),
    );
    expect(imported.exitCode).toBe(0);
  }, 300_000);
  afterAll(async () => {
    await release();
    if (dataDir !== '') await rm(dataDir, { recursive: true, force: true });
  });

  it('answers every state of the oracle', async () => {
    const lines = readOracle(folder).filter((line) => line.kind === 'state');
    const questions = lines
      .map((line) => JSON.stringify({ type, id: line.entity, at: line.as_of }))
      .join('\n');
    const { stdout, exitCode } = await command(['state', '-'], questions);
    const given = stdout
      .trim()
      .split('\n')
      .map((line) => answerLine.parse(JSON.parse(line)));
    const expected = lines.map((line) =>
      line.expected === null ? { exists: false } : { exists: true, state: line.expected },
    );
    expect(given.map((answer) => (answer.exists ? { exists: true, state: answer.state } : answer))).toEqual(
      expected,
    );
    expect(exitCode).toBe(0);
  }, 300_000);

  it('counts what the oracle counts', async () => {
    const all = readOracle(folder);
    expect(all.length).toBe(answers);
    for (const line of all) {
      if (line.kind !== 'count') continue;
      const { stdout } = await command(['entities', '--type', type, '--as-of', line.as_of, '--count']);
      expect(`${line.as_of}: ${stdout.trim()}`).toBe(`${line.as_of}: ${line.live_entities}`);
    }
  }, 300_000);

  it('ends in the final state, whole', async () => {
    const final = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(readFileSync(path.join(shared, folder, 'final_state.json'), 'utf8')));
    const ids = Object.keys(final);
    const { stdout } = await command(
      ['state', '-'],
      ids.map((id) => JSON.stringify({ type, id })).join('\n'),
    );
    const given = stdout
      .trim()
      .split('\n')
      .map((line) => answerLine.parse(JSON.parse(line)));
    const states = Object.fromEntries(
      given.map((answer, index) => [ids[index], answer.exists ? answer.state : null]),
    );
    expect(states).toEqual(final);
    const count = await command(['entities', '--type', type, '--count']);
    expect(count.stdout.trim()).toBe(String(ids.length));
  }, 300_000);

  it('adds nothing when it is imported again', async () => {
    const again = await importLog();
    expect(again.stderr).toMatch(new RegExp(`${events} read, 0 added, ${events} already there, 0 refused`));
    expect(again.exitCode).toBe(0);
  }, 300_000);

  it('verifies', async () => {
    const { exitCode, stdout } = await command(['verify']);
    expect(stdout).toMatch(/[0-9a-f]{64}/);
    expect(exitCode).toBe(0);
  }, 300_000);
});

function readOracle(folder: string) {
  const text = readFileSync(path.join(shared, folder, 'oracle.ndjson'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => oracleLine.parse(JSON.parse(line)));
}
