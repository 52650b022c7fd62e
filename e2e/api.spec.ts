/** What the HTTP API says to questions that it cannot answer. */
import { expect, test } from './fixtures.ts';

const ENTITY = '/api/v1/entities/parcel/p-1';

for (const { path, status, code } of [
  { path: '/api/v1/entities/parcel/unknown/state', status: 404, code: 'CS-510' },
  { path: '/api/v1/entities/parcel/unknown/events', status: 404, code: 'CS-510' },
  { path: '/api/v1/entities/parcel/unknown/history', status: 404, code: 'CS-510' },
  { path: `${ENTITY}/state?axis=sideways`, status: 400, code: 'CS-114' },
  { path: `${ENTITY}/history?upto=soon`, status: 400, code: 'CS-114' },
  { path: `${ENTITY}/history?axis=occurred&upto=9999`, status: 400, code: 'CS-111' },
  { path: `${ENTITY}/state?axis=recorded&upto=5`, status: 400, code: 'CS-114' },
  { path: `${ENTITY}/outline?upto=5`, status: 400, code: 'CS-114' },
  { path: `${ENTITY}/building?upto=5`, status: 400, code: 'CS-114' },
  { path: '/api/v1/entities/parcel/unknown/building', status: 404, code: 'CS-510' },
  { path: `${ENTITY}/state?at=9999`, status: 400, code: 'CS-111' },
  { path: `${ENTITY}/state?at=soon`, status: 400, code: 'CS-110' },
  { path: `${ENTITY}/events?from=0`, status: 400, code: 'CS-511' },
  { path: '/api/v1/entities/parcel/unknown/live', status: 404, code: 'CS-510' },
  { path: `${ENTITY}/live?ns=other`, status: 404, code: 'CS-510' },
  { path: `${ENTITY}/live?after=soon`, status: 400, code: 'CS-511' },
  { path: `${ENTITY}/live?after=9999`, status: 400, code: 'CS-111' },
]) {
  test(`${path} is answered with ${status} ${code}`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(status);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status, code });
  });
}

test('a Last-Event-ID that is no version is answered with 400, whatever the address says', async ({
  request,
}) => {
  const answer = await request.get(`${ENTITY}/live?after=1`, { headers: { 'last-event-id': '1.5' } });
  expect(answer.status()).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'CS-511' });
});

test('before its first event an entity did not exist, which is an answer', async ({ request }) => {
  const answer = await request.get(`${ENTITY}/state?at=0`);
  expect(await answer.text()).toBe('{"exists":false}');
});

test('text that no database holds finds nothing, and nothing breaks', async ({ page }) => {
  for (const path of ['/entities?ns=%00', '/entities?type=%00', '/?ns=%00', '/entities?id=%00']) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('pages of others are refused, by name and by origin', async ({ request, baseURL }) => {
  const foreign = [{ host: 'evil.example' }, { origin: 'http://evil.example' }];
  for (const headers of foreign) {
    for (const path of ['/', `${ENTITY}/state`, '/api/health']) {
      const answer = await request.get(`${baseURL}${path}`, { headers });
      expect(answer.status()).toBe(403);
    }
  }
});
