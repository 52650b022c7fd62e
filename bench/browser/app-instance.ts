/** The app as its users run it, with a stream of its own that came in by an import. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatInstant } from '#core';
import { runCommand, startServer } from '../../lib/testing/chronoscope-process.ts';
import { streamEvents } from '../written-log.ts';

export interface AppInstance {
  /** Of a path of the app. */
  url(path: string): string;
  /** A stream of generated events. */
  import(stream: string, count: number): Promise<void>;
  /** A stream of one event a content, JSON of an object each. */
  importContents(stream: string, contents: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

const IMPORT = [
  '--format',
  'ndjson',
  '--fold',
  'merge',
  '--entity-type',
  'order',
  '--entity-id',
  '/order',
  '--event-type',
  '/what',
  '--actor',
  '/who',
  '--occurred-at',
  '/happened',
  '--recorded-at',
  '/written',
  '--payload',
  '/content',
];

export async function startApp(): Promise<AppInstance> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'chronoscope-bench-app-'));
  const server = await startServer(['--data-dir', dataDir, '--no-demo']);
  const importLines = async (stream: string, lines: Iterable<string>) => {
    const file = path.join(dataDir, `${stream}.ndjson`);
    await pipeline(Readable.from(lines), createWriteStream(file));
    const { exitCode, stderr } = await runCommand(['import', file, ...IMPORT, '--data-dir', dataDir]);
    await rm(file);
    if (exitCode !== 0) throw new Error(`The stream was not imported:\n${stderr}`);
  };
  return {
    url: (path) => `${server.url}${path}`,
    import: (stream, count) => importLines(stream, linesOf(stream, count)),
    importContents: (stream, contents) => importLines(stream, contentLines(stream, contents)),
    close: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function* linesOf(stream: string, count: number): Generator<string, void, undefined> {
  for (const { type, actor, occurredAt, recordedAt, payload } of streamEvents(stream, count))
    yield lineOf(
      {
        order: stream,
        what: type,
        who: actor,
        happened: formatInstant(occurredAt ?? 0n),
        written: formatInstant(recordedAt ?? 0n),
      },
      payload,
    );
}

function* contentLines(stream: string, contents: readonly string[]): Generator<string, void, undefined> {
  let minute = 0;
  for (const content of contents) {
    const at = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
    minute += 1;
    yield lineOf({ order: stream, what: 'OrderChanged', who: 'agent-1', happened: at, written: at }, content);
  }
}

const lineOf = (facts: object, payload: string): string =>
  `${JSON.stringify(facts).slice(0, -1)},"content":${payload}}\n`;
