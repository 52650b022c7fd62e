import { beforeAll, describe, expect, it } from 'vitest';
import { completed, completionAt } from '#core';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { countFound, listNames } from './find-events.ts';
import { listValues, type ValuesAsked } from './list-values.ts';

const viewer = { name: 'test' };
const { app, store } = appForTests();

/** Each a row: of which namespace, what happens, and what it says. The newest comes last. */
const EVENTS = [
  ['main', 'Placed', { status: 'open', amount: 10, items: [{ sku: 'A-1', 'unit price': 1.5 }] }],
  ['main', 'Placed', { status: 'Reopened', amount: 200, items: [{ sku: 'B-1' }, { sku: 'A-2' }] }],
  ['main', 'Shipped', { status: 'shipped', note: null, 'a/b': true, deep: { '*': 'star' } }],
  ['main', 'Shipped', { status: 'open', note: 'long '.repeat(60) }],
  ['other', 'Placed', { status: 'secret', elsewhere: 1 }],
] as const;

beforeAll(async () => {
  await store().registerProjection('main', 'order', 'merge', 'test');
  await store().registerProjection('other', 'order', 'merge', 'test');
  for (const [namespace, type, payload] of EVENTS) {
    const event = newEvent({ type, payload: JSON.stringify(payload) });
    const done = await store().append({ namespace, atomic: true, items: [{ event }] });
    if (!done.ok) throw new Error(done.error.message);
  }
  await catchUp(viewer, app());
});

async function values(of: ValuesAsked['of'], path: string, text = ''): Promise<readonly string[]> {
  const found = await listValues(viewer, app(), { namespace: 'main', of, path, text });
  if (!found.ok) throw new Error(found.error.message);
  expect(found.value.isMore).toBe(false);
  return found.value.names;
}

describe('places of payloads', () => {
  const places = async (text: string) =>
    (await listNames(viewer, app(), { namespace: 'main', of: 'payloadPath', text })).names;

  it('are those of the namespace, as a query writes them', async () => {
    expect(await places('')).toEqual(
      [
        '/a~1b',
        'amount',
        'deep',
        '/deep/"*"',
        'items',
        'items.*',
        '/items/*/"unit price"',
        'items.*.sku',
        'note',
        'status',
      ].toSorted(),
    );
  });

  it('begin as a pointer or a name begins, or hold what is written in either case', async () => {
    expect(await places('/items/*/')).toEqual(['/items/*/"unit price"', 'items.*.sku']);
    expect(await places('items.*.s')).toEqual(['items.*.sku']);
    expect(await places('O')).toEqual(['amount', 'note']);
    expect(await places('nothing')).toEqual([]);
  });
});

describe('values of a field', () => {
  it('are those that events gave it, the newest first, each once', async () => {
    expect(await values('state', '/status')).toEqual(['open', 'shipped', 'Reopened']);
    expect(await values('state', 'amount')).toEqual(['200', '10']);
    expect(await values('state', '/a~1b')).toEqual(['true']);
  });

  it('are those that payloads say, by any path that leads there', async () => {
    expect(await values('payload', 'items.*.sku')).toEqual(['B-1', 'A-2', 'A-1']);
    expect(await values('payload', '/items/0/sku')).toEqual(['B-1', 'A-1']);
    expect(await values('payload', '*')).toContain('shipped');
    expect(await values('payload', '/deep/"*"')).toEqual(['star']);
    expect(await values('payload', 'status')).toEqual(['open', 'shipped', 'Reopened']);
    expect(await values('payload', '/items/*/"unit price"')).toEqual(['1.5']);
  });

  it('begin with what is written, or hold it in either case', async () => {
    expect(await values('state', '/status', 'Re')).toEqual(['Reopened']);
    expect(await values('state', '/status', 'OPEN')).toEqual(['open', 'Reopened']);
    expect(await values('payload', 'status', 'ed')).toEqual(['shipped', 'Reopened']);
  });

  it('leaves out what is long, and no value is an object', async () => {
    expect(await values('payload', 'note')).toEqual(['null']);
    expect(await values('state', '/note')).toEqual([]);
    expect(await values('payload', 'items')).toEqual([]);
    expect(await values('payload', 'nothing')).toEqual([]);
  });

  it.each([
    ['set:', 'state', '/status'],
    ['was:', 'state', '/amount'],
    ['payload.', 'payload', 'items.*.sku'],
    ['payload.', 'payload', '/a~1b'],
    ['payload.', 'payload', '/items/*/"unit price"'],
  ] as const)('find an event, chosen behind %s%s %s=', async (qualifier, of, path) => {
    const offered = await values(of, path);
    expect(offered.length).toBeGreaterThan(0);
    for (const value of offered) {
      const written = `${qualifier}${path}=`;
      const { text } = completed(written, completionAt(written, written.length), value);
      const found = await countFound(viewer, app(), { namespace: 'main', text, zone: 'UTC' });
      if (!found.ok) throw new Error(found.error.message);
      expect(found.value, text).toBeGreaterThan(0);
    }
  });

  it('says what cannot be asked', async () => {
    const asked = { namespace: 'main', of: 'state', text: '' } as const;
    expect(await listValues(viewer, app(), { ...asked, path: '' })).toMatchObject({
      error: { code: 'CS-114' },
    });
    expect(await listValues(viewer, app(), { ...asked, path: '/a~2' })).toMatchObject({
      error: { code: 'CS-150', at: 1 },
    });
    expect(await values('state', '"\0"')).toEqual([]);
    expect(await values('payload', '"\0"')).toEqual([]);
  });
});
