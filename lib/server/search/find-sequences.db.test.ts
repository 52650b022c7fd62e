import { beforeAll, describe, expect, it } from 'vitest';
import { formatInstant } from '#core';
import { decodeFoundPlace, type SequencesAnswer } from '#wire';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { exportSequences, type SequencesToExport } from './export-sequences.ts';
import { findSequences, type SequencesAsked } from './find-sequences.ts';

const viewer = { name: 'test' };
const { app, store } = appForTests();
const DAY = 86_400_000_000n;
const START = 1_700_000_000_000_000n;

/** Each a row: whose it is, what happens, on which day, and how much. */
const EVENTS = [
  ['a', 'Abandoned', 0n, 1, 'ada', 'c1'],
  ['a', 'Started', 3n, 1, 'ada', 'c1'],
  ['a', 'Placed', 4n, 200, 'ada', 'c2'],
  ['b', 'Abandoned', 0n, 1, 'bob', null],
  ['b', 'Placed', 1n, 200, null, null],
  ['b', 'Started', 3n, 1, 'bob', null],
  ['c', 'Abandoned', 0n, 1, 'ada', null],
  ['c', 'Abandoned', 5n, 1, 'ada', null],
  ['c', 'Started', 8n, 1, 'ada', null],
  ['c', 'Placed', 9n, 50, 'bob', null],
] as const;

beforeAll(async () => {
  const items = EVENTS.map(([entityId, type, day, amount, actor, correlationId]) => ({
    event: newEvent({
      entityType: 'cart',
      entityId,
      type,
      payload: JSON.stringify({ amount }),
      recordedAt: START + day * DAY,
      // What happened is told a day later, and of one thing at once.
      occurredAt: START + day * DAY - (type === 'Placed' ? DAY / 2n : DAY),
      actor,
      correlationId,
    }),
  }));
  const done = await store().append({ namespace: 'main', atomic: true, items });
  if (!done.ok) throw new Error(done.error.message);
  await catchUp(viewer, app());
});

const CART = 'Abandoned -> no Placed within 2d -> Started within 7d -> Placed';

async function found(text: string, parts: Partial<SequencesAsked> = {}): Promise<SequencesAnswer> {
  const asked = { namespace: 'main', text, zone: 'UTC', reached: null, after: null, limit: 50 };
  const answer = await findSequences(viewer, app(), { ...asked, ...parts });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

async function rowsOf(parts: Pick<SequencesToExport, 'text' | 'format'>): Promise<string> {
  const asked = { namespace: 'main', zone: 'UTC', reached: null };
  const file = await exportSequences(viewer, app(), { ...asked, ...parts });
  if (!file.ok) throw new Error(file.error.message);
  let text = '';
  for await (const piece of file.value.parts) text += String(piece);
  return text;
}

const countsOf = ({ stages }: SequencesAnswer) =>
  stages.map(({ starts, partitions }) => [starts, partitions]);
const idsOf = ({ matches }: Pick<SequencesAnswer, 'matches'>) =>
  matches.map(({ start }) => `${start.entityId}#${start.version}`);

describe('a sequence in the store', () => {
  it('is a funnel of starts and of those who have them', async () => {
    const answer = await found(CART);
    expect(countsOf(answer)).toEqual([
      [4, 3],
      [3, 2],
      [2, 2],
      [2, 2],
    ]);
    expect(idsOf(answer)).toEqual(['c#2', 'a#1']);
    expect(answer.stages.map(({ median, p90 }) => [median, p90])).toEqual([
      [null, null],
      [null, null],
      [String(3n * DAY), String(3n * DAY)],
      [String(DAY), String(DAY)],
    ]);
    expect(answer.matches[1]?.events.map((event) => event?.version ?? null)).toEqual([1, null, 2, 3]);
    expect(answer.matches[1]?.took).toBe(String(4n * DAY));
  });

  it('says who ended behind which step', async () => {
    expect(idsOf(await found(CART, { reached: 1 }))).toEqual(['b#1']);
    expect(idsOf(await found(CART, { reached: 2 }))).toEqual(['c#1']);
    expect(idsOf(await found(CART, { reached: 3 }))).toEqual([]);
    const asked = { namespace: 'main', text: CART, zone: 'UTC', after: null, limit: 50 };
    expect(await findSequences(viewer, app(), { ...asked, reached: 4 })).toMatchObject({
      ok: false,
      error: { code: 'CS-114' },
    });
  });

  it('asks queries of its steps and of the whole', async () => {
    expect(idsOf(await found('Abandoned -> (type:Placed payload.amount>100)'))).toEqual(['b#1', 'a#1']);
    expect(idsOf(await found('Abandoned -> Placed where (-id:b -payload.amount=50)'))).toEqual(['a#1']);
    expect(idsOf(await found('* -> Placed where (type:Started,Placed)'))).toEqual(['c#3', 'a#2']);
    expect(idsOf(await found('2x Abandoned within 5d -> Placed'))).toEqual(['c#1']);
    expect(idsOf(await found('2x Abandoned within 4d -> Placed'))).toEqual([]);
    expect(idsOf(await found('Abandoned -> no *'))).toEqual([]);
    expect(idsOf(await found('S* -> no P*'))).toEqual(['b#3']);
    expect(idsOf(await found('Nothing -> Placed'))).toEqual([]);
  });

  it('follows actors and conversations, and leaves out events without', async () => {
    expect(countsOf(await found('Abandoned -> Placed by actor'))).toEqual([
      [4, 2],
      [3, 2],
    ]);
    expect(countsOf(await found('Abandoned -> Started by correlation'))).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('measures by the clock that is asked for', async () => {
    const placed = 'Started -> Placed within 1d';
    expect((await found(placed)).stages[1]?.median).toBe(String(DAY));
    expect(idsOf(await found(`${placed} on occurred`))).toEqual([]);
    expect((await found('Started -> Placed on occurred')).stages[1]?.median).toBe(String((3n * DAY) / 2n));
  });

  it('looks at no event behind the moment that it is asked as of, on either clock', async () => {
    const asOf = (days: bigint) => ({ asOf: formatInstant(START + days * DAY) });
    expect(countsOf(await found(CART, asOf(4n)))).toEqual([
      [3, 3],
      [2, 2],
      [1, 1],
      [1, 1],
    ]);
    expect(countsOf(await found('Started -> Placed', asOf(3n)))).toEqual([
      [2, 2],
      [0, 0],
    ]);
    const occurred = { ...asOf(3n), asOfAxis: 'occurred' } as const;
    expect(idsOf(await found('Started -> Placed', occurred))).toEqual([]);
    expect(idsOf(await found('Abandoned -> Placed', { asOf: '@5' }))).toEqual(['b#1', 'a#1']);
    expect(idsOf(await found('Abandoned -> Placed', { asOf: '@2' }))).toEqual([]);
    const text = { namespace: 'main', text: CART, zone: 'UTC', reached: null, asOf: '@2' };
    const file = await exportSequences(viewer, app(), { ...text, format: 'ndjson' });
    expect(file).toMatchObject({ ok: true, value: { rows: 0, about: { members: { asOf: '@2' } } } });
    const beyond = await findSequences(viewer, app(), { ...text, asOf: '@99', after: null, limit: 1 });
    expect(beyond).toMatchObject({ ok: false, error: { code: 'CS-111' } });
  });

  it('comes page by page, newest first', async () => {
    const first = await found('Abandoned', { limit: 3 });
    const place = decodeFoundPlace(first.next ?? '');
    if (!place.ok) throw new Error(place.error.message);
    const second = await found('Abandoned', { limit: 3, after: place.value });
    expect(idsOf(first)).toEqual(['c#2', 'c#1', 'b#1']);
    expect([idsOf(second), second.next]).toEqual([['a#1'], null]);
    expect(countsOf(second)).toEqual(countsOf(first));
  });

  it('has the first and the last event of every step that is taken several times', async () => {
    const { stages, matches } = await found('Abandoned -> 2x * within 8d -> Placed');
    expect(stages.map(({ times }) => times)).toEqual([1, 2, 1]);
    expect(idsOf({ matches })).toEqual(['c#1']);
    const [start, twice, placed] = matches[0]?.events ?? [];
    expect([start?.first, placed?.first]).toEqual([null, null]);
    expect([twice?.first?.version, twice?.version]).toEqual([2, 3]);
    expect([twice?.first?.since, twice?.since]).toEqual([String(5n * DAY), String(8n * DAY)]);
    const again = await found('2x Abandoned -> Placed');
    expect(again.matches[0]?.events[0]).toMatchObject({ version: 2, first: { version: 1, since: '0' } });

    const text = 'Abandoned -> 2x * within 8d -> Placed';
    const sheet = await rowsOf({ text, format: 'csv' });
    const [names = [], cells = []] = sheet.split('\r\n').map((row) => row.split(','));
    const said = Object.fromEntries(names.map((name, column) => [name, cells[column]]));
    expect(said).toMatchObject({
      '2 2x * within 8d: first position': '8',
      '2 first version': '2',
      '2 2x * within 8d: last position': '9',
      '2 last version': '3',
      '3 Placed: position': '10',
    });
  });

  it('is taken along whole, with its count at the end', async () => {
    const lines = (await rowsOf({ text: CART, format: 'ndjson' })).trimEnd().split('\n');
    expect(lines.slice(0, -1).map((line) => JSON.parse(line))).toEqual((await found(CART)).matches);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      export: { what: 'sequences', sequence: CART, rows: 2, complete: true },
    });
    const rows = await rowsOf({ text: CART, format: 'csv' });
    expect(rows).toContain('# rows,2');
    const widths = new Set(
      rows
        .trimEnd()
        .split('\r\n')
        .slice(0, 3)
        .map((row) => row.split(',').length),
    );
    expect(widths.size).toBe(1);
  });

  it('is refused where it cannot be read or asked', async () => {
    const codeOf = async (text: string) => {
      const asked = { namespace: 'main', text, zone: 'UTC', reached: null, after: null, limit: 1 };
      const answer = await findSequences(viewer, app(), asked);
      return answer.ok ? null : answer.error.code;
    };
    expect(await codeOf('A B')).toBe('CS-153');
    expect(await codeOf('A -> (typ:B)')).toBe('CS-150');
    expect(await codeOf('A -> (state:/status=open)')).toBe('CS-152');
    expect(await codeOf('101x A')).toBe('CS-154');
  });
});
