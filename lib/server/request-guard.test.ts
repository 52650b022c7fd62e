import { describe, expect, it } from 'vitest';
import { type GuardPolicy, guardRequest, type Verdict } from './request-guard.ts';

const TOKEN = 'a token of nobody else'.replaceAll(' ', '-');
const loopback: GuardPolicy = { host: '127.0.0.1', names: [] };
const open: GuardPolicy = { host: '0.0.0.0', names: ['Scope.Example'], token: TOKEN };

function ask(
  policy: GuardPolicy,
  headers: Record<string, string | undefined>,
  url = '/',
  method = 'GET',
): Verdict {
  return guardRequest(policy, { method, url, headers });
}

describe('on loopback', () => {
  it.each(['127.0.0.1:7300', 'localhost:7300', 'LOCALHOST', '[::1]:7300', 'localhost.:80'])(
    'answers as %s',
    (host) => {
      expect(ask(loopback, { host })).toEqual({ kind: 'pass' });
    },
  );

  it.each([
    'evil.example',
    'evil.example:7300',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '192.168.0.9:7300',
    '',
    'localhost@evil.example',
    'localhost/evil',
  ])('does not answer as %s', (host) => {
    expect(ask(loopback, { host })).toMatchObject({ kind: 'refuse', status: 403, code: 'CS-501' });
  });

  it.each(['/entities/t/%', '/entities/t/%ff', '/api/v1/entities/%ED%A0%80/x/state'])(
    'refuses the path %s, which is not percent-encoded UTF-8',
    (url) => {
      const verdict = ask(loopback, { host: '127.0.0.1' }, url);
      expect(verdict).toMatchObject({ kind: 'refuse', status: 400, code: 'CS-506' });
    },
  );

  it('takes what a query holds as it is, and only methods that it knows', () => {
    expect(ask(loopback, { host: '127.0.0.1' }, '/entities?id=%').kind).toBe('pass');
    expect(ask(loopback, { host: '127.0.0.1' }, '/', 'TRACE')).toMatchObject({ status: 405, code: 'CS-507' });
    expect(ask(loopback, { host: '127.0.0.1' }, '/', 'POST').kind).toBe('pass');
    for (const url of ['/api', '/api/v1/entities', '/api?x']) {
      expect(ask(loopback, { host: '127.0.0.1' }, url, 'POST')).toMatchObject({
        status: 405,
        code: 'CS-507',
      });
      expect(ask(loopback, { host: '127.0.0.1' }, url, 'HEAD').kind).toBe('pass');
    }
  });

  it('takes what readers write about an entity, from its own pages and from programs', () => {
    const notes = '/api/v1/entities/order/a%2Fb/notes';
    const host = '127.0.0.1:7300';
    for (const url of [notes, `${notes}?ns=demo`])
      expect(ask(loopback, { host, origin: `http://${host}` }, url, 'POST').kind).toBe('pass');
    expect(ask(loopback, { host, origin: 'http://evil.example' }, notes, 'POST')).toMatchObject({
      status: 403,
    });
    expect(ask(loopback, { host, origin: 'null' }, notes, 'POST')).toMatchObject({ status: 403 });
    expect(ask(open, { host: 'scope.example' }, notes, 'POST')).toMatchObject({ status: 401 });
    for (const url of [`${notes}/x`, '/api/v1/entities/order/notes', '/api/v1/entities/a/b/c/notes'])
      expect(ask(loopback, { host }, url, 'POST')).toMatchObject({ status: 405, code: 'CS-507' });
    expect(ask(loopback, { host }, notes, 'DELETE')).toMatchObject({ status: 405, code: 'CS-507' });
  });

  it('does not answer without a Host', () => {
    expect(ask(loopback, {})).toMatchObject({ status: 403 });
  });

  it('takes requests of its own pages, and of programs, which have no Origin', () => {
    const host = '127.0.0.1:7300';
    expect(ask(loopback, { host, origin: 'http://127.0.0.1:7300' }).kind).toBe('pass');
    expect(ask(loopback, { host, origin: 'https://127.0.0.1:7300' }).kind).toBe('pass');
    expect(ask(loopback, { host }).kind).toBe('pass');
  });

  it.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1:3000',
    'http://localhost:7300',
    'http://127.0.0.1:7300.evil.example',
    '',
  ])('refuses pages of %s', (origin) => {
    expect(ask(loopback, { host: '127.0.0.1:7300', origin })).toMatchObject({ status: 403, code: 'CS-501' });
  });
});

describe('where others can reach it', () => {
  const host = 'scope.example:7300';

  it.each([host, '192.168.0.9:7300', '[fe80::1]:7300', 'localhost:8080'])(
    'answers as %s to who knows the token',
    (name) => {
      expect(ask(open, { host: name, authorization: `Bearer ${TOKEN}` }).kind).toBe('pass');
    },
  );

  it('does not answer under a foreign name, token or not', () => {
    expect(ask(open, { host: 'evil.example', authorization: `Bearer ${TOKEN}` })).toMatchObject({
      status: 403,
    });
  });

  it.each([undefined, 'Bearer wrong', 'Bearer ', TOKEN, `Basic ${TOKEN}`, `Bearer ${TOKEN}x`])(
    'asks for the token: %s',
    (authorization) => {
      expect(ask(open, { host, authorization })).toMatchObject({
        kind: 'refuse',
        status: 401,
        code: 'CS-505',
      });
    },
  );

  it('lets nobody in where there is no token', () => {
    const none: GuardPolicy = { host: '0.0.0.0', names: [] };
    for (const authorization of [undefined, 'Bearer ', 'Bearer undefined']) {
      expect(ask(none, { host: 'localhost', authorization })).toMatchObject({ status: 401 });
    }
    expect(ask(none, { host: 'localhost' }, '/?token=')).toMatchObject({ status: 401 });
  });

  it('takes the token from the address once, as a cookie that scripts cannot read', () => {
    const verdict = ask(open, { host }, `/entities/order/1?token=${TOKEN}&at=3`);
    if (verdict.kind !== 'welcome') throw new Error(verdict.kind);
    expect(verdict.location).toBe('/entities/order/1?at=3');
    expect(verdict.cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
    expect(verdict.cookie).not.toContain(TOKEN);
    const cookie = verdict.cookie.split(';')[0] ?? '';
    expect(ask(open, { host, cookie: `theme=dark; ${cookie}` }).kind).toBe('pass');
    expect(ask(open, { host, cookie: `${cookie}0` })).toMatchObject({ status: 401 });
    expect(ask({ ...open, token: `${TOKEN}2` }, { host, cookie })).toMatchObject({ status: 401 });
  });

  it('refuses a wrong token in the address, and any on a POST', () => {
    expect(ask(open, { host }, '/?token=wrong')).toMatchObject({ status: 401 });
    expect(ask(open, { host }, `/?token=${TOKEN}`, 'POST')).toMatchObject({ status: 401 });
  });

  it('asks for the token where the address is no address', () => {
    expect(ask(open, { host }, '//')).toMatchObject({ status: 401 });
  });

  it('sends nobody to another server', () => {
    expect(ask(open, { host }, `/.//evil.example?token=${TOKEN}`)).toMatchObject({
      location: '/evil.example',
    });
  });
});
