/** Public histories beside the checkout, imported as a user would, and their answers computed the slow way. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { expect, type Instance } from './fixtures.ts';

const shared = path.resolve(import.meta.dirname, '../../shared/data');

const GIT_LOG = [
  '--entity-id',
  '/entity',
  '--event-type',
  '/op',
  '--actor',
  '/author',
  '--occurred-at',
  '/authored_at',
  '--recorded-at',
  '/committed_at',
  '--payload',
  '/content',
  '--fold',
  'replace',
  '--removed-when',
  '/op=removed',
];

export async function importExpress(instance: Instance): Promise<void> {
  await importLog(instance, 'express-package/versions.ndjson.gz', [
    '--format',
    'ndjson',
    '--entity-type',
    'document',
    ...GIT_LOG,
    '--payload-text',
    '/content_text',
  ]);
}

/** A folder that has an oracle, with the entity type its events are imported as. */
export interface OracleFolder {
  readonly folder: 'us-legislators' | 'cisa-kev';
  readonly type: string;
}

export async function importWithOracle(instance: Instance, { folder, type }: OracleFolder): Promise<void> {
  const options = ['--format', 'ndjson', '--entity-type', type, ...GIT_LOG, '--source', folder];
  await importLog(instance, `${folder}/events.ndjson.gz`, options);
}

export async function importCloudTrail(instance: Instance): Promise<void> {
  await importLog(instance, 'cloudtrail/events.ndjson', ['--format', 'cloudtrail']);
}

async function importLog(instance: Instance, file: string, options: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await instance.command(['import', path.join(shared, file), ...options]);
  expect(stderr).toMatch(/ 0 refused$/m);
  expect(exitCode).toBe(0);
}

/** What express's package.json was after each of its versions: the naive fold of a log whose payloads are whole states. */
export function expressStates(): readonly { readonly isDocument: boolean; readonly state: unknown }[] {
  const line = z.object({ content: z.unknown().optional() });
  const states: { isDocument: boolean; state: unknown }[] = [];
  for (const text of readLines('express-package/versions.ndjson.gz')) {
    const { content } = line.parse(JSON.parse(text));
    const before = states.at(-1)?.state ?? null;
    states.push({ isDocument: content !== undefined, state: content === undefined ? before : content });
  }
  return states;
}

/** Some states of an oracle, each with the instant it was asked for. */
export function someAnswers({ folder }: OracleFolder, count: number) {
  const answer = z.object({
    kind: z.literal('state'),
    as_of: z.string(),
    entity: z.string(),
    expected: z.unknown(),
  });
  const all = readLines(`${folder}/oracle.ndjson`).flatMap((text) => {
    const parsed = answer.safeParse(JSON.parse(text));
    return parsed.success ? [parsed.data] : [];
  });
  const step = Math.floor(all.length / count);
  return all.filter((_, index) => index % step === 0).slice(0, count);
}

function readLines(file: string): readonly string[] {
  const bytes = readFileSync(path.join(shared, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.trim().split('\n');
}
