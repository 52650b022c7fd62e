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
  import(stream: string, count: number): Promise<void>;
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
  return {
    url: (path) => `${server.url}${path}`,
    import: async (stream, count) => {
      const file = path.join(dataDir, `${stream}.ndjson`);
      await pipeline(Readable.from(linesOf(stream, count)), createWriteStream(file));
      const { exitCode, stderr } = await runCommand(['import', file, ...IMPORT, '--data-dir', dataDir]);
      await rm(file);
      if (exitCode !== 0) throw new Error(`The stream was not imported:\n${stderr}`);
    },
    close: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function* linesOf(stream: string, count: number): Generator<string, void, undefined> {
  for (const { type, actor, occurredAt, recordedAt, payload } of streamEvents(stream, count)) {
    const facts = JSON.stringify({
      order: stream,
      what: type,
      who: actor,
      happened: formatInstant(occurredAt ?? 0n),
      written: formatInstant(recordedAt ?? 0n),
    });
    yield `${facts.slice(0, -1)},"content":${payload}}\n`;
  }
}
