import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packedFiles } from './packed-files.ts';

const SCRIPT = 'globalThis.answer = 42;'.repeat(40);

let folder: string;
let server: Server;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chronoscope-packed-'));
  await mkdir(path.join(folder, 'static/chunks'), { recursive: true });
  await writeFile(path.join(folder, 'static/chunks/a-1.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(path.join(folder, 'secret.js.br'), brotliCompressSync('no'));
  const handler = packedFiles(path.join(folder, 'static'), async (_, response) => {
    response.end('next');
  });
  server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, coding: string, method = 'GET') =>
  fetch(`${address}${url}`, { method, headers: { 'accept-encoding': coding } });

describe('scripts in their packed copies', () => {
  it('go to who understands them, for ever', async () => {
    const response = await get('/_next/static/chunks/a-1.js', 'gzip, deflate, br');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(await response.text()).toBe(SCRIPT);
  });

  it.each([
    ['another coding', '/_next/static/chunks/a-1.js', 'gzip'],
    ['a refused coding', '/_next/static/chunks/a-1.js', 'gzip, br;q=0'],
    ['a file that is not there', '/_next/static/chunks/b-2.js', 'br'],
    ['a way out of the folder', '/_next/static/%2e%2e/secret.js', 'br'],
    ['a hidden file', '/_next/static/.secret.js', 'br'],
    ['a page', '/entities', 'br'],
  ])('leave %s to the others', async (_, url, coding) => {
    expect(await (await get(url, coding)).text()).toBe('next');
  });

  it('leave everything but reading to the others', async () => {
    expect(await (await get('/_next/static/chunks/a-1.js', 'br', 'POST')).text()).toBe('next');
  });
});
