/** Public histories beside the checkout, imported as a user would, and their answers computed the slow way. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { GIT_HISTORY_IMPORT } from '../lib/testing/git-history-import.ts';
import { expect, type Instance } from './fixtures.ts';

const shared = path.resolve(import.meta.dirname, '../../shared/data');

export async function importExpress(instance: Instance): Promise<void> {
  await importLog(instance, 'express-package/versions.ndjson.gz', [
    '--entity-type',
    'document',
    ...GIT_HISTORY_IMPORT,
    '--payload-text',
    '/content_text',
  ]);
}

/** A folder that has an oracle, with the entity type its events are imported as. */
export interface OracleFolder {
  readonly folder: 'us-legislators' | 'cisa-kev';
  readonly type: string;
}

export async function importWithOracle(
  instance: Instance,
  { folder, type }: OracleFolder,
  namespace = 'main',
): Promise<void> {
  // An event id is known once a source, in whatever namespace it is, so that each namespace here has a source of its own.
  const inNamespace = ['--namespace', namespace, '--source', `${folder}/${namespace}`];
  const options = ['--entity-type', type, ...GIT_HISTORY_IMPORT, ...inNamespace];
  await importLog(instance, `${folder}/events.ndjson.gz`, options);
}

export async function importCloudTrail(instance: Instance, namespace = 'main'): Promise<void> {
  const options = ['--format', 'cloudtrail', '--namespace', namespace];
  await importLog(instance, 'cloudtrail/events.ndjson', options);
}

/** Its lines have no event type: a page is new, or it was edited. */
export async function importWikipedia(instance: Instance, namespace: string): Promise<void> {
  const edit = z.object({ isNew: z.boolean() });
  const lines = readLines('wikipedia-edits/wikiticker-2015-09-12-sampled.json.gz').map((line) => {
    const type = edit.parse(JSON.parse(line)).isNew ? 'PageCreated' : 'PageEdited';
    return `${line.slice(0, -1)},"what":"${type}"}\n`;
  });
  const places = ['--entity-type-from', '/channel', '--entity-id', '/page', '--actor', '/user'];
  const times = ['--event-type', '/what', '--occurred-at', '/time', '--recorded-at', '/time'];
  await importText(instance, lines.join(''), [
    ...places,
    ...times,
    '--namespace',
    namespace,
    '--source',
    'wiki',
  ]);
}

export async function importGitHub(instance: Instance, namespace: string): Promise<void> {
  const places = ['--entity-type', 'repo', '--entity-id', '/repo/name', '--actor', '/actor/login'];
  const rest = ['--event-type', '/type', '--occurred-at', '/created_at', '--recorded-at', '/created_at'];
  const ids = ['--event-id', '/id', '--namespace', namespace];
  const options = ['--format', 'ndjson', '--fold', 'activity', ...places, ...rest, ...ids];
  await importLog(instance, 'github-events/2021-07-21-few-hours.json', options);
}

async function importText(instance: Instance, text: string, options: readonly string[]): Promise<void> {
  const given = ['import', '-', '--format', 'ndjson', '--fold', 'activity', ...options];
  const { exitCode, stderr } = await instance.command(given, text);
  expect(stderr).toMatch(/ 0 refused$/m);
  expect(exitCode).toBe(0);
}

async function importLog(instance: Instance, file: string, options: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await instance.command(['import', path.join(shared, file), ...options]);
  expect(stderr).toMatch(/ 0 refused$/m);
  expect(exitCode).toBe(0);
}

export interface ExpressVersion {
  readonly isDocument: boolean;
  readonly state: unknown;
  /** What the playhead's flag says of it. */
  readonly flag: string;
}

/** What express's package.json was after each of its versions: the naive fold of a log whose payloads are whole states. */
export function expressVersions(): readonly ExpressVersion[] {
  const line = z.object({
    version: z.number(),
    op: z.string(),
    author: z.string(),
    committed_at: z.string(),
    content: z.unknown().optional(),
  });
  const versions: ExpressVersion[] = [];
  for (const text of readLines('express-package/versions.ndjson.gz')) {
    const { version, op, author, committed_at: committed, content } = line.parse(JSON.parse(text));
    const before = versions.at(-1)?.state ?? null;
    const time = `${new Date(committed).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
    versions.push({
      isDocument: content !== undefined,
      state: content === undefined ? before : content,
      flag: [version.toLocaleString('en'), op, author, time].join(' · '),
    });
  }
  return versions;
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

/** How many entities there were at instants, which another program counted. */
export function countAnswers({ folder }: OracleFolder) {
  const answer = z.object({ kind: z.literal('count'), as_of: z.string(), live_entities: z.number() });
  return readLines(`${folder}/oracle.ndjson`).flatMap((text) => {
    const parsed = answer.safeParse(JSON.parse(text));
    return parsed.success ? [parsed.data] : [];
  });
}

export function readLines(file: string): readonly string[] {
  const bytes = readFileSync(path.join(shared, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.trim().split('\n');
}
