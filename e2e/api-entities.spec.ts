/** Which entities there are over HTTP: whole lists page after page, as of moments, and one entity with where the rest of it is. */
import type { APIRequestContext } from '@playwright/test';
import { API_SCHEMAS } from '../lib/wire/api/schemas.ts';
import { entityApiPath } from '../lib/wire/entity-address.ts';
import { expect, test } from './fixtures.ts';
import { PARCEL_EVENTS } from './parcel-log.ts';

const ODD_IDS = ['', '.', '..', '~', '~x', 'a/b', 'a b', '%2F', '?', '#', 'é', '𝄞', '__proto__', '","'];

const ODD_LOG = ODD_IDS.flatMap((id, nth) => [
  { id, what: 'Made', at: `2026-02-01T00:00:${String(nth).padStart(2, '0')}Z`, content: { n: 1 } },
  { id, what: 'Moved', at: `2026-03-01T00:00:${String(nth).padStart(2, '0')}Z`, content: { n: 2 } },
]);

const ODD_IMPORT = [
  ...['import', '-', '--namespace', 'odd', '--format', 'ndjson', '--entity-type', 'odd thing'],
  ...['--entity-id', '/id', '--event-type', '/what', '--occurred-at', '/at', '--recorded-at', '/at'],
  ...['--payload', '/content', '--fold', 'replace', '--source', 'odd'],
];

test.beforeAll(async ({ instance }) => {
  const lines = ODD_LOG.map((line) => `${JSON.stringify(line)}\n`).join('');
  const imported = await instance.command(ODD_IMPORT, lines);
  expect(imported.stderr + imported.exitCode).toMatch(/0$/);
});

async function page(request: APIRequestContext, query: string) {
  const answer = await request.get(`/api/v1/entities?${query}`);
  expect(answer.status(), await answer.text()).toBe(200);
  return API_SCHEMAS.Entities.parse(await answer.json());
}

for (const limit of [1, 3, 14, 1_000]) {
  test(`odd ids are listed whole and in one order, ${limit} a page`, async ({ request }) => {
    const listed: string[] = [];
    let after = '';
    do {
      const { entities, next } = await page(request, `ns=odd&limit=${limit}${after}`);
      expect(entities.length).toBeLessThanOrEqual(limit);
      listed.push(...entities.map(({ entityId }) => entityId));
      after = next === null ? '' : `&after=${next}`;
    } while (after !== '');
    const inByteOrder = [...ODD_IDS].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(listed).toEqual(inByteOrder);
  });
}

test('as of an instant or a position there were others, in other versions', async ({ request }) => {
  const then = await page(request, 'ns=odd&as_of=2026-02-01T00:00:02Z');
  expect(then).toMatchObject({ asOf: '2026-02-01T00:00:02Z', axis: 'recorded', next: null });
  expect(then.entities.map(({ entityId }) => entityId)).toEqual(['', '.', '..']);
  expect(then.entities[0]).toEqual({
    entityType: 'odd thing',
    entityId: '',
    version: 1,
    removed: false,
    recordedAt: '2026-02-01T00:00:00Z',
    occurredAt: '2026-02-01T00:00:00Z',
    lastType: 'Made',
    lastActor: null,
  });
  expect((await page(request, 'ns=odd&as_of=@0')).entities).toEqual([]);
  const moved = await page(request, 'ns=odd&as_of=latest&axis=occurred&id=PROTO');
  expect(moved).toMatchObject({ axis: 'occurred', entities: [{ entityId: '__proto__', version: 2 }] });
  expect((await page(request, 'ns=odd&type=thing')).entities).toEqual([]);
  const idsOf = async (query: string) =>
    (await page(request, query)).entities.map(({ entityId }) => entityId);
  expect(await idsOf('ns=odd&id_starts=a')).toEqual(['a b', 'a/b']);
  expect(await idsOf('ns=odd&id_starts=A')).toEqual([]);
  expect(await idsOf('ns=odd&name=THING/a')).toEqual(['a b', 'a/b']);
});

for (const { query, code } of [
  { query: 'limit=0', code: 'CS-114' },
  { query: 'limit=1001', code: 'CS-114' },
  { query: 'axis=sideways', code: 'CS-114' },
  { query: 'removed=yes', code: 'CS-114' },
  { query: 'after=soon', code: 'CS-116' },
  { query: 'as_of=soon', code: 'CS-110' },
  { query: 'as_of=@999999', code: 'CS-111' },
  { query: 'as_of=12', code: 'CS-112' },
]) {
  test(`a list with ${query} is refused with ${code}`, async ({ request }) => {
    const answer = await request.get(`/api/v1/entities?${query}`);
    expect(answer.status()).toBe(400);
    expect(API_SCHEMAS.Problem.parse(await answer.json())).toMatchObject({ status: 400, code });
  });
}

test('an entity says what there is about it, and every link leads there', async ({ request }) => {
  const answer = await request.get('/api/v1/entities/parcel/p-1');
  const entity = API_SCHEMAS.Entity.parse(await answer.json());
  expect(entity).toMatchObject({
    namespace: 'main',
    entityType: 'parcel',
    entityId: 'p-1',
    events: PARCEL_EVENTS,
    removed: false,
    defaultAxis: 'recorded',
    axisReason: null,
    projection: 'replace',
    firstOccurredAt: '2026-01-05T13:00:00Z',
    firstRecordedAt: '2026-01-05T13:00:02.400Z',
  });
  for (const [name, link] of Object.entries(entity.links)) {
    const status = (await request.get(link)).status();
    expect(status, link).toBe(['firstWhere', 'related', 'search'].includes(name) ? 400 : 200);
  }
});

test('an entity is found under its own links, whatever its id is', async ({ request }) => {
  for (const id of ODD_IDS) {
    const answer = await request.get(entityApiPath('odd thing', id, '', 'odd'));
    const { links, ...entity } = API_SCHEMAS.Entity.parse(await answer.json());
    expect(entity).toMatchObject({ entityType: 'odd thing', entityId: id, events: 2 });
    const state = await request.get(links.state ?? '');
    expect(await state.text()).toBe('{"exists":true,"version":2,"state":{"n":2}}');
  }
});
