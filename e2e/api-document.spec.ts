/** The document of the API against the API: its own examples are asked, and the answers are what it says. */
import type { APIRequestContext } from '@playwright/test';
import { openApiDocument } from '../lib/wire/api/openapi.ts';
import { API_ROUTES } from '../lib/wire/api/routes.ts';
import { API_SCHEMAS, type ApiSchemaName } from '../lib/wire/api/schemas.ts';
import { expect, test } from './fixtures.ts';
import { searchable } from './searchable.ts';

const document: ReturnType<typeof openApiDocument> = JSON.parse(JSON.stringify(openApiDocument()));

/** An address with the examples of all parameters, which go together: they ask about one of the demo's staff. */
async function exampleOf(request: APIRequestContext, path: string): Promise<string> {
  let filled = path;
  const query = new URLSearchParams();
  const parameters = document.paths[path]?.get.parameters ?? [];
  const hasRange = parameters.some(({ name }) => name === 'from');
  for (const { name, in: place, example } of parameters) {
    // One moment or two: an export of either kind is asked with its own.
    if (name === 'at' && hasRange) continue;
    if (place === 'path')
      filled = filled.replace(`{${name}}`, String(name === 'hash' ? await aHash(request) : example));
    else for (const value of [example].flat()) query.append(name, String(value));
  }
  return query.size === 0 ? filled : `${filled}?${query}`;
}

async function aHash(request: APIRequestContext): Promise<unknown> {
  const outline = await request.get('/api/v1/entities/staff/tove.lind/outline?ns=demo');
  return (await outline.json()).segments[0].hash;
}

test('the document is served as it is written', async ({ request }) => {
  const answer = await request.get('/api/v1/openapi.json');
  expect(answer.headers()['content-type']).toContain('application/json');
  expect(await answer.json()).toEqual(document);
});

for (const { path, answers } of API_ROUTES) {
  test(`the examples of ${path} are answered as the document says`, async ({ request }) => {
    await searchable(request);
    const address = await exampleOf(request, `/api/v1${path}`);
    // An answer that goes on for ever is not waited for.
    const isLive = answers.some((one) => one.type === 'text/event-stream');
    const answer = await (isLive ? request.head(address) : request.get(address));
    expect(answer.status(), answer.url()).toBe(200);
    const type = answer.headers()['content-type']?.split(';')[0];
    const described = answers.find((one) => one.type === type);
    expect(described, `an answer of ${type}`).toBeDefined();
    if (described === undefined || !('schema' in described) || described.schema === null) return;
    holds(described.schema, await answer.json());
  });
}

function holds(name: ApiSchemaName, answer: unknown): void {
  expect(API_SCHEMAS[name].parse(answer)).toEqual(answer);
}

/** What never changes, what never ends, and files, which are written while they are read. */
const WITHOUT_ETAG: ReadonlySet<string> = new Set(['application/gzip', 'text/event-stream', 'text/csv']);

test('whoever has an answer is told that it is still the same, by GET and by HEAD', async ({ request }) => {
  for (const { path, answers } of API_ROUTES) {
    if (answers.some(({ type }) => WITHOUT_ETAG.has(type))) continue;
    await searchable(request);
    const address = await exampleOf(request, `/api/v1${path}`);
    const first = await request.get(address);
    const { etag = '', 'cache-control': cache } = first.headers();
    expect(etag, address).toMatch(/^"[\w-]{27}"$/);
    expect(cache, address).toBe('private, no-cache');
    const headers = { 'if-none-match': `"other", ${etag}` };
    const again = await request.get(address, { headers });
    expect([again.status(), again.headers().etag, await again.text()], address).toEqual([304, etag, '']);
    expect((await request.head(address)).headers().etag, address).toBe(etag);
    const stale = await request.get(address, { headers: { 'if-none-match': '"other"' } });
    expect(stale.status(), address).toBe(200);
  }
});

const ENTITY = '/api/v1/entities/parcel/p-1';
const REFUSED: readonly { method?: string; path: string; status: number; code: string }[] = [
  { path: '/api', status: 404, code: 'CS-512' },
  { path: '/api/v1', status: 404, code: 'CS-512' },
  { path: '/api/v2/entities', status: 404, code: 'CS-512' },
  { path: '/api/v1/nothing', status: 404, code: 'CS-512' },
  { path: `${ENTITY}/nothing`, status: 404, code: 'CS-512' },
  { path: '/api/v1/entities/a/b/c/d', status: 404, code: 'CS-512' },
  { path: '/api/v1/entities/parcel/unknown', status: 404, code: 'CS-510' },
  { path: `${ENTITY}?ns=elsewhere`, status: 404, code: 'CS-510' },
  { path: '/api/v1/segments/none', status: 404, code: 'CS-523' },
  { path: `${ENTITY}/diff?format=html`, status: 400, code: 'CS-114' },
  { path: '/api/v1/entities/%ff/x', status: 400, code: 'CS-506' },
  ...['POST', 'PUT', 'PATCH', 'DELETE'].flatMap((method) =>
    [ENTITY, '/api/v1/entities', '/api/v1/nothing'].map((path) => ({
      method,
      path,
      status: 405,
      code: 'CS-507',
    })),
  ),
];

for (const { method = 'GET', path, status, code } of REFUSED) {
  test(`${method} ${path} is refused in problem+json with ${status} ${code}`, async ({ request }) => {
    const answer = await request.fetch(path, { method });
    expect(answer.status()).toBe(status);
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(status === 405 ? { allow: 'GET, HEAD, OPTIONS' } : {}),
    });
    const problem = await answer.json();
    holds('Problem', problem);
    expect(problem).toMatchObject({ type: `urn:chronoscope:error:${code}`, status, code });
  });
}
