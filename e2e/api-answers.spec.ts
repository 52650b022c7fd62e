/** What the HTTP API answers about an entity: the same as the log says, and the same bytes as the command line. */
import { gunzipSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';
import { PARCEL_EVENTS, parcelLog } from './parcel-log.ts';

const ENTITY = '/api/v1/entities/parcel/p-1';
const log = parcelLog();

test('a diff names what changed and which event changed it, as changes and as a patch', async ({
  request,
}) => {
  const diff = await (await request.get(`${ENTITY}/diff?from=199&to=200`)).json();
  expect(diff).toMatchObject({ from: 199, to: 200, axis: 'recorded' });
  expect(diff.changes).toContainEqual({
    path: '/status',
    before: 'travelling',
    after: 'delivered',
    event: expect.objectContaining({ version: 200, actor: log[199]?.who }),
  });
  const patch = await (await request.get(`${ENTITY}/diff?from=199&to=200&format=json-patch`)).json();
  expect(patch).toContainEqual({ op: 'replace', path: '/status', value: 'delivered' });
});

test('blame says of every path which event set it', async ({ request }) => {
  const { blame } = await (await request.get(`${ENTITY}/blame?at=240`)).json();
  const status = blame.find(({ path }: { path: string }) => path === '/status');
  expect(status).toMatchObject({ value: 'delivered', event: { version: 200 } });
});

test('a field lists every value it took', async ({ request }) => {
  const { values } = await (await request.get(`${ENTITY}/fields?path=/status`)).json();
  expect(values).toMatchObject([
    { value: 'travelling', event: { version: 1 } },
    { value: 'delivered', event: { version: 200 } },
  ]);
});

test('an object lists the whole values it took', async ({ request }) => {
  const stop = await (await request.get(`${ENTITY}/fields?path=/stops/0`)).json();
  const differing = log.filter(
    ({ content }, index) =>
      JSON.stringify(content.stops[0]) !== JSON.stringify(log[index - 1]?.content.stops[0]),
  );
  expect(stop.values.map(({ value }: { value: unknown }) => value)).toEqual(
    differing.map(({ content }) => content.stops[0]),
  );
  expect(stop.next).toBeNull();
  const behind = await (await request.get(`${ENTITY}/fields?path=/status&after=1`)).json();
  expect(behind.values).toMatchObject([{ value: 'delivered', event: { version: 200 } }]);
});

test('the first moment at which conditions hold is found, or said not to be', async ({ request }) => {
  const delivered = `path=/status&op=eq&value=delivered`;
  const first = await (await request.get(`${ENTITY}/first-where?${delivered}`)).json();
  expect(first).toMatchObject({ found: true, event: { version: 200 } });
  const both = await (
    await request.get(`${ENTITY}/first-where?${delivered}&path=/stops/0/scans&op=gt&value=70`)
  ).json();
  const expected = log.findIndex(
    ({ content }) => content.status === 'delivered' && (content.stops[0]?.scans ?? 0) > 70,
  );
  expect(both).toMatchObject({ found: true, event: { version: expected + 1 } });
  const noted = await request.get(`${ENTITY}/first-where?path=/note&op=exists&${delivered}`);
  expect(await noted.json()).toMatchObject({ found: true, event: { version: 200 } });
  const never = await (await request.get(`${ENTITY}/first-where?path=/status&op=eq&value=lost`)).json();
  expect(never).toEqual({ found: false, axis: 'recorded' });
});

test('the outline names segments that can be had by their hash, for ever', async ({ request }) => {
  const outline = await (await request.get(`${ENTITY}/outline`)).json();
  expect(outline).toMatchObject({
    events: PARCEL_EVENTS,
    segments: [{ first: 1, last: PARCEL_EVENTS, isOpen: true }],
  });
  const segment = await request.get(`/api/v1/segments/${outline.segments[0].hash}`);
  expect(segment.headers()).toMatchObject({
    'content-type': 'application/gzip',
    'cache-control': expect.stringContaining('immutable'),
  });
  expect(
    gunzipSync(await segment.body())
      .subarray(0, 4)
      .toString(),
  ).toBe('CSEG');
});

for (const { path, status, code } of [
  { path: `${ENTITY}/fields?path=status`, status: 400, code: 'CS-106' },
  { path: `${ENTITY}/fields?path=/status&after=x`, status: 400, code: 'CS-511' },
  { path: `${ENTITY}/first-where`, status: 400, code: 'CS-115' },
  { path: `${ENTITY}/first-where?path=/status&op=like&value=x`, status: 400, code: 'CS-115' },
  { path: `${ENTITY}/events?after=1`, status: 400, code: 'CS-114' },
  { path: `${ENTITY}/state?at=5&at=6`, status: 400, code: 'CS-114' },
  { path: '/api/v1/entities?cursor=x', status: 400, code: 'CS-114' },
  { path: `${ENTITY}/first-where?path=/status&op=lt`, status: 400, code: 'CS-115' },
  { path: `${ENTITY}/diff?from=9999`, status: 400, code: 'CS-111' },
  { path: '/api/v1/entities/parcel/unknown/outline', status: 404, code: 'CS-510' },
  { path: `/api/v1/segments/${'0'.repeat(64)}`, status: 404, code: 'CS-523' },
  { path: '/api/v1/segments/%00', status: 404, code: 'CS-523' },
]) {
  test(`${path} is answered with ${status} ${code}`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(status);
    expect(await answer.json()).toMatchObject({ status, code });
  });
}
