import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { describe, expect, it, vi } from 'vitest';
import type { ExportFile } from '#server';
import { NO_FILTER } from '#wire';
import { aboutScope } from '#wire/export';
import { answerExport } from './answer-export.ts';

const about = aboutScope({
  what: 'events',
  namespace: 'main',
  entityType: 'order',
  entityId: 'Łódź\u202e',
  axis: 'recorded',
  upTo: null,
  projection: { kind: 'replace', name: 'replace', hash: 'abc' },
  from: { version: 0, times: null },
  to: { version: 2, times: { recordedAt: 1n, occurredAt: 1n } },
  filter: NO_FILTER,
});

const fileOf = (parts: ExportFile['parts']): ExportFile => ({
  name: 'order-Łódź_-events-0-2-recorded.ndjson',
  format: 'ndjson',
  about,
  rows: 2,
  parts,
});

async function* breaking(): AsyncGenerator<string, void, undefined> {
  yield '{"version":1}\n';
  throw new Error('The store went away.');
}

describe('an export', () => {
  it('is a file with its name, and says in a header what it is about', async () => {
    async function* parts() {
      yield '{"version":1}\n';
      yield '{"version":2}\n';
    }
    const response = answerExport(fileOf(parts()));
    expect(response.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''order-%C5%81%C3%B3d%C5%BA_",
    );
    const about = response.headers.get('chronoscope-export') ?? '';
    expect(about).toMatch(/^[ -~]+$/);
    expect(JSON.parse(about)).toMatchObject({ entityId: 'Łódź\u202e', to: { version: 2 }, rows: 2 });
    expect(await response.text()).toBe('{"version":1}\n{"version":2}\n');
  });

  it('that breaks in the middle is broken off, so that nobody takes the half for the whole', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const server = createServer((_, response) => {
      const body = answerExport(fileOf(breaking())).body as WebStream<Uint8Array>;
      pipeline(Readable.fromWeb(body), response).catch(() => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/`);
    await expect(response.text()).rejects.toThrow();
    expect(said).toHaveBeenCalled();
    server.close();
    said.mockRestore();
  });

  it('asks for no more than was read, and for nothing when its reader goes', async () => {
    let made = 0;
    let ended = false;
    async function* endless() {
      try {
        for (;;) {
          made += 1;
          yield `${made}\n`;
        }
      } finally {
        ended = true;
      }
    }
    const reader = answerExport(fileOf(endless())).body?.getReader();
    await reader?.read();
    await reader?.read();
    expect(made).toBe(2);
    await reader?.cancel();
    expect([made, ended]).toEqual([2, true]);
  });
});
