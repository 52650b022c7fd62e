import { once } from 'node:events';
import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { readSettings, type Settings } from '#server';
import { problemSchema } from '#wire/api';
import { type Door, listen } from './listen.ts';
import { logFrom } from './log.ts';

const TOKEN = '0123456789abcdef';
const doors: Door[] = [];
const said: string[] = [];
afterEach(async () => {
  for (const door of doors.splice(0)) await door.close();
  said.splice(0);
});

async function opened(env: Record<string, string> = {}): Promise<Door> {
  const listening = await listen(settings({ PORT: '0', ...env }), log);
  if (!listening.ok) throw new Error(listening.error.message);
  doors.push(listening.value);
  return listening.value;
}

const log = logFrom('debug', (text) => said.push(text));

function settings(env: Record<string, string>): Settings {
  const read = readSettings(env, {});
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

interface Answer {
  readonly status: number | undefined;
  readonly text: string;
  readonly cookie: string | undefined;
}

async function ask(door: Door, path = '/', headers: Record<string, string> = {}): Promise<Answer> {
  const sent = request({ host: '127.0.0.1', port: door.port, path, headers, agent: false });
  sent.end();
  const [response] = await once(sent, 'response');
  let text = '';
  for await (const piece of response.setEncoding('utf8')) text += piece;
  return { status: response.statusCode, text, cookie: response.headers['set-cookie']?.[0] };
}

describe('listen', () => {
  it('answers 503 until there is something to answer with', async () => {
    const door = await opened();
    expect(door.address).toBe(`http://127.0.0.1:${door.port}`);
    expect(await ask(door)).toMatchObject({ status: 503 });
    door.open(async (_request, response) => void response.end('page'));
    expect(await ask(door)).toMatchObject({ status: 200, text: 'page' });
  });

  it('lets nothing through to the pages that the guard refuses', async () => {
    const door = await opened();
    let asked = 0;
    door.open(async (_request, response) => void response.end(`${++asked}`));
    expect(await ask(door, '/', { host: 'evil.example' })).toMatchObject({
      status: 403,
      text: expect.stringContaining('CS-501'),
    });
    expect(await ask(door, '/', { origin: 'http://evil.example' })).toMatchObject({ status: 403 });
    expect(asked).toBe(0);
  });

  it('refuses programs in problem+json, and people in a line', async () => {
    const door = await opened();
    const foreign = { host: 'evil.example' };
    const { text } = await ask(door, '/api/v1/entities', foreign);
    expect(problemSchema.parse(JSON.parse(text))).toMatchObject({ status: 403, code: 'CS-501' });
    const starting = await ask(door, '/api/v1/entities');
    expect(problemSchema.parse(JSON.parse(starting.text))).toMatchObject({ status: 503, code: 'CS-504' });
    expect((await ask(door, '/entities', foreign)).text).toMatch(/^CS-501: .*\n$/);
    door.open(() => Promise.reject(new Error('a bug')));
    const failed = await ask(door, '/api/v1/entities');
    expect(problemSchema.parse(JSON.parse(failed.text))).toMatchObject({ status: 500, code: 'CS-500' });
  });

  it('asks for the token where others can reach it, and gives a cookie for it', async () => {
    const door = await opened({ HOST: '0.0.0.0', CHRONOSCOPE_TOKEN: TOKEN });
    door.open(async (_request, response) => void response.end('page'));
    expect(await ask(door)).toMatchObject({ status: 401, text: expect.stringContaining('CS-505') });
    expect(await ask(door, '/', { authorization: `Bearer ${TOKEN}` })).toMatchObject({ status: 200 });
    const welcome = await ask(door, `/?token=${TOKEN}`);
    expect(welcome.status).toBe(303);
    expect(await ask(door, '/', { cookie: welcome.cookie?.split(';')[0] ?? '' })).toMatchObject({
      status: 200,
    });
  });

  it('names PORT where another has it', async () => {
    const { port } = await opened();
    expect(await listen(settings({ PORT: String(port) }), log)).toMatchObject({
      ok: false,
      error: { code: 'CS-409', message: expect.stringContaining(`PORT ${port}`) },
    });
  });

  it('says what was asked, and never the token', async () => {
    const door = await opened({ HOST: '0.0.0.0', CHRONOSCOPE_TOKEN: TOKEN });
    await ask(door, `/status?token=${TOKEN}`);
    await expect.poll(() => said).toEqual([expect.stringMatching(/^GET \/status 303 \d+ ms$/)]);
  });

  it('one request that fails does not end the others', async () => {
    const door = await opened();
    door.open(() => Promise.reject(new Error('a bug')));
    expect(await ask(door)).toMatchObject({ status: 500 });
    expect(await ask(door)).toMatchObject({ status: 500 });
    expect(said.join('\n')).toContain('A request failed: Error: a bug');
  });

  it('closes although a live stream is open', async () => {
    const door = await opened();
    door.open(async (_request, response) => void response.write('event: open\n\n'));
    const stream = request({ host: '127.0.0.1', port: door.port, agent: false });
    stream.end();
    const [response] = await once(stream, 'response');
    const ended = once(response.resume(), 'error');
    await door.close();
    expect(await ended).toMatchObject([{ code: 'ECONNRESET' }]);
  });
});
