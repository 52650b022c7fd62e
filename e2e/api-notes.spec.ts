/** Notes over HTTP: what is sent is kept once, and only what may be. */
import { API_SCHEMAS } from '../lib/wire/api/schemas.ts';
import { expect, test } from './fixtures.ts';

const NOTES = '/api/v1/entities/parcel/p-1/notes';
const on = { axis: 'recorded', from: 7, to: null, path: null } as const;
const adding = (eventId: string, text = 'seen') => ({
  eventId,
  author: 'bob',
  change: { what: 'add', on, text },
});

test('what is sent twice is kept once, and read back as the document says', async ({ request }) => {
  const sent = adding('api-note-1');
  for (const outcome of ['added', 'alreadyThere']) {
    const answer = await request.post(NOTES, { data: sent });
    expect(answer.status(), await answer.text()).toBe(200);
    expect(API_SCHEMAS.NoteWritten.parse(await answer.json())).toMatchObject({ outcome });
  }
  const { notes, version, unread } = API_SCHEMAS.Notes.parse(await (await request.get(NOTES)).json());
  expect(notes.filter(({ id }) => id === 'api-note-1')).toMatchObject([
    { on, kind: 'note', text: 'seen', removed: false, steps: [{ actor: 'browser', declaredName: 'bob' }] },
  ]);
  expect([version > 0, unread]).toEqual([true, []]);
});

const REFUSED: readonly {
  name: string;
  data: unknown;
  headers?: Record<string, string>;
  status: number;
  code: string;
}[] = [
  {
    name: 'another content under the same id',
    data: adding('api-note-1', 'other'),
    status: 409,
    code: 'CS-302',
  },
  {
    name: 'another version',
    data: { ...adding('api-note-2'), expectedVersion: 999 },
    status: 409,
    code: 'CS-301',
  },
  {
    name: 'a note that is not there',
    data: { eventId: 'api-note-3', change: { what: 'remove', note: 'no-such-note' } },
    status: 409,
    code: 'CS-531',
  },
  { name: 'a long text', data: adding('api-note-4', 'x'.repeat(8_193)), status: 400, code: 'CS-530' },
  { name: 'a longer request', data: adding('api-note-4', 'x'.repeat(70_000)), status: 400, code: 'CS-530' },
  {
    name: 'a version beyond the head',
    data: { eventId: 'api-note-5', change: { what: 'add', on: { ...on, from: 9_999 }, text: '' } },
    status: 400,
    code: 'CS-530',
  },
  {
    name: 'something unknown',
    data: { ...adding('api-note-6'), actor: 'alice' },
    status: 400,
    code: 'CS-530',
  },
  {
    name: 'what is no JSON',
    data: 'note',
    headers: { 'content-type': 'application/json' },
    status: 400,
    code: 'CS-530',
  },
  {
    name: 'a form',
    data: 'eventId=api-note-7',
    headers: { 'content-type': 'text/plain' },
    status: 400,
    code: 'CS-530',
  },
  {
    name: 'a foreign page',
    data: adding('api-note-8'),
    headers: { origin: 'http://evil.example' },
    status: 403,
    code: 'CS-501',
  },
];

for (const { name, data, headers, status, code } of REFUSED) {
  test(`${name} is refused with ${status} ${code}`, async ({ request }) => {
    await request.post(NOTES, { data: adding('api-note-1') });
    const before = await (await request.get(NOTES)).text();
    const answer = await request.post(NOTES, { data, ...(headers === undefined ? {} : { headers }) });
    expect(answer.status()).toBe(status);
    expect(API_SCHEMAS.Problem.parse(await answer.json())).toMatchObject({ status, code });
    expect(await (await request.get(NOTES)).text()).toBe(before);
  });
}

test('an entity that no event names has no notes', async ({ request }) => {
  const none = '/api/v1/entities/parcel/never/notes';
  expect((await request.get(none)).status()).toBe(404);
  expect((await request.post(none, { data: adding('api-note-9') })).status()).toBe(404);
});
