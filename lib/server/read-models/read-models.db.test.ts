import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  builtInProjection,
  EVENT_FLAGS,
  foldStream,
  noUpcasters,
  OWN_TYPE_PREFIX,
  type StoredEvent,
} from '#core';
import type { LogEvent } from '#store';
import { BUILT_IN_KINDS, streamArbitrary } from '#testing';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import { catchUp } from './catch-up.ts';
import { modelSteps } from './model-steps.ts';
import { cataloguedRows, naiveCatalogue } from './naive-catalogue.fixture.ts';

const viewer = { name: 'test' };
const { app, another, store, database } = appForTests();
let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client(database().url);
  await client.connect();
});
afterAll(() => client.end());

interface Written {
  readonly kind: (typeof BUILT_IN_KINDS)[number];
  readonly events: readonly StoredEvent[];
}

const written: fc.Arbitrary<readonly Written[]> = fc.array(
  fc
    .constantFrom(...BUILT_IN_KINDS)
    .chain((kind) => streamArbitrary(kind, 8).map((events) => ({ kind, events }))),
  { minLength: 1, maxLength: 5 },
);

let run = 0;

/** The streams side by side, as they come in a log, entity types named by their kind. */
async function append(streams: readonly Written[]): Promise<void> {
  run += 1;
  for (const { kind } of streams) await store().registerProjection('main', kind, kind, 'test');
  const longest = Math.max(...streams.map(({ events }) => events.length));
  const items = Array.from({ length: longest }, (_, nth) => nth).flatMap((nth) =>
    streams.flatMap(({ kind, events }, index) =>
      events.slice(nth, nth + 1).map(({ eventId: _, ...event }) => ({
        event: newEvent({
          ...event,
          entityType: kind,
          entityId: `${run}-${index}`,
          eventId: `${run}-${index}-${nth}`,
          correlationId: `${run}-${index}`,
          causationId: nth === 0 ? null : `${run}-${index}-${nth - 1}`,
          flags: 0,
        }),
      })),
    ),
  );
  if (items.length === 0) return;
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  if (!receipt.ok) throw new Error(receipt.error.message);
}

describe('the change log', () => {
  it('has the changes that folding every stream from its first event gives, and the catalogue what the whole log says, whatever the steps were', async () => {
    await fc.assert(
      fc.asyncProperty(written, async (streams) => {
        await append(streams);
        expect(await catchUp(viewer, app())).toBe(true);
        expect(await loggedChanges()).toEqual(await naiveChanges());
        expect(await loggedMarks()).toEqual(await naiveMarks());
        expect(await rolledUpChanges()).toEqual(await naiveRollup());
        expect(await cataloguedRows(client)).toEqual(naiveCatalogue(await allEvents()));
      }),
      { numRuns: 8 },
    );
  });

  it('is built anew, to the same rows, after it was dropped', async () => {
    const before = await loggedChanges();
    expect(before.length).toBeGreaterThan(0);
    await store().readModels.drop();
    await catchUp(viewer, app());
    expect(await loggedChanges()).toEqual(before);
  });

  it('has them all where a step has more rows than are written at once, with paths that none of the first ones has', async () => {
    await store().registerProjection('main', 'wide', 'merge', 'test');
    const items = Array.from({ length: 2_000 }, (_, nth) => {
      const fields = Array.from({ length: 10 }, (_, field) => [
        `f${field}`,
        `value ${nth} of ${field}`.padEnd(60, '.'),
      ]);
      const late = nth < 1_500 ? [] : [[`late${nth % 3}`, nth]];
      const payload = JSON.stringify(Object.fromEntries([...fields, ...late]));
      return { event: newEvent({ entityType: 'wide', entityId: String(nth % 20), payload }) };
    });
    const receipt = await store().append({ namespace: 'main', atomic: true, items });
    expect(receipt.ok).toBe(true);
    await catchUp(viewer, app());
    expect(await changesOf('wide')).toHaveLength(2_000 * 10 + 500);
    expect(await loggedChanges()).toEqual(await naiveChanges());
  });

  it('is built anew when an entity type is folded otherwise', async () => {
    const document = (a: number) => ({
      event: newEvent({ entityType: 'refolded', payload: `{"a":${a},"b":1}` }),
    });
    await store().registerProjection('main', 'refolded', 'merge', 'test');
    await store().append({
      namespace: 'main',
      atomic: true,
      items: [document(1), { event: newEvent({ entityType: 'refolded', payload: '{"a":2}' }) }],
    });
    await catchUp(viewer, app());
    expect((await changesOf('refolded')).map(({ path }) => path)).toEqual(['/a', '/b', '/a']);
    await store().replaceProjection('main', 'refolded', 'replace', 'test');
    await catchUp(viewer, app());
    expect((await changesOf('refolded')).map(({ path, value }) => [path, value])).toEqual([
      ['/a', '1'],
      ['/b', '1'],
      ['/a', '2'],
      ['/b', null],
    ]);
  });
});

describe('the catalogue', () => {
  it('is built anew, to the same rows, after it was dropped', async () => {
    const before = await cataloguedRows(client);
    expect(before.follows.length).toBeGreaterThan(0);
    await store().readModels.drop();
    await catchUp(viewer, app());
    expect(await cataloguedRows(client)).toEqual(before);
  });

  it('goes on with a stream in a later step, and counts a payload that is no JSON', async () => {
    const append = async (type: string, parts: Parameters<typeof newEvent>[0]) => {
      const event = newEvent({ entityType: 'stepped', entityId: '1', type, ...parts });
      await store().append({ namespace: 'main', atomic: true, items: [{ event }] });
      await catchUp(viewer, app());
    };
    await append('Opened', { payload: '{"a":1}', occurredAt: 1_000n });
    await append('Closed', { payload: 'all done', payloadFormat: 'text', occurredAt: 5_000n });
    await append('Closed', { payload: '{"a":"1"}', occurredAt: 4_000n });
    const { rows } = await client.query(
      `SELECT before, after, gap_sum AS "gapSum", gaps FROM catalogue_follow WHERE entity_type = 'stepped' ORDER BY last_position`,
    );
    expect(rows).toEqual([
      { before: '', after: 'Opened', gapSum: '0', gaps: '[]' },
      { before: 'Opened', after: 'Closed', gapSum: '4000', gaps: '[[48,1]]' },
      { before: 'Closed', after: 'Closed', gapSum: '0', gaps: '[[-1,1]]' },
    ]);
    expect(await cataloguedRows(client)).toEqual(naiveCatalogue(await allEvents()));
  });
});

describe('what searches walk', () => {
  it('knows of every event when it was, whose, and what is late or out of order', async () => {
    await catchUp(viewer, app());
    const { rows } = await client.query(
      `SELECT k.position, n.text AS namespace, et.text AS "entityType", t.text AS type, so.text AS source, a.text AS actor,
         k.version, k.recorded_at AS "recordedAt", k.occurred_at AS "occurredAt", k.is_removed AS removed, k.is_late AS late,
         k.is_out_of_order AS "outOfOrder"
       FROM searchable_event k JOIN term n ON n.id = k.namespace_id JOIN term et ON et.id = k.entity_type_id
         JOIN term t ON t.id = k.type_id JOIN term so ON so.id = k.source_id LEFT JOIN term a ON a.id = k.actor_id
       ORDER BY k.position`,
    );
    const latest = new Map<string, bigint>();
    const expected = (await allEvents()).map((event) => {
      const {
        position,
        namespace,
        entityType,
        type,
        source,
        actor,
        version,
        recordedAt,
        occurredAt,
        removed,
      } = event;
      const isOurs = (event.flags & EVENT_FLAGS.occurredIsOurs) !== 0;
      const high = latest.get(event.streamKey);
      if (!isOurs && (high === undefined || occurredAt > high)) latest.set(event.streamKey, occurredAt);
      const late = !isOurs && high !== undefined && occurredAt < high;
      const outOfOrder = (event.flags & EVENT_FLAGS.recordedWentBack) !== 0;
      const times = {
        recordedAt: String(recordedAt),
        occurredAt: String(occurredAt),
        removed,
        late,
        outOfOrder,
      };
      return { position: String(position), namespace, entityType, type, source, actor, version, ...times };
    });
    expect(rows).toEqual(expected);
    expect(expected.some(({ late }) => late)).toBe(true);
    expect(expected.some(({ outOfOrder }) => outOfOrder)).toBe(true);
  });

  it('lists every event with what the log says of it', async () => {
    const { rows } = await client.query(
      `SELECT l.position, et.text AS "entityType", l.entity_id AS "entityId", l.version, t.text AS type, a.text AS actor, so.text AS source,
         l.event_id AS "eventId", l.correlation_id AS "correlationId", l.causation_id AS "causationId", l.payload_format AS "payloadFormat",
         l.recorded_at AS "recordedAt", l.occurred_at AS "occurredAt", l.is_removed AS removed,
         (l.recorded_is_ours, l.occurred_is_ours, l.is_late, l.is_out_of_order)
           = (k.recorded_is_ours, k.occurred_is_ours, k.is_late, k.is_out_of_order) AS "isMarkedAlike"
       FROM listed_event l LEFT JOIN searchable_event k USING (type_id, position) JOIN term et ON et.id = l.entity_type_id
         JOIN term t ON t.id = l.type_id JOIN term so ON so.id = l.source_id LEFT JOIN term a ON a.id = l.actor_id
       ORDER BY l.position`,
    );
    const expected = (await allEvents()).map((event) => {
      const { position, entityType, entityId, version, type, actor, source, eventId } = event;
      const { correlationId, causationId, payloadFormat, recordedAt, occurredAt, removed } = event;
      const times = { recordedAt: String(recordedAt), occurredAt: String(occurredAt) };
      const said = { correlationId, causationId, payloadFormat, removed, isMarkedAlike: true, ...times };
      return {
        position: String(position),
        ...{ entityType, entityId, version, type, actor, source, eventId },
        ...said,
      };
    });
    expect(rows).toEqual(expected);
  });

  it('knows of every namespace how far its recorded clock runs in the order of the log, whatever the steps were', async () => {
    const { rows } = await client.query(
      `SELECT t.text AS namespace, o.high, o.last_behind AS "lastBehind" FROM recorded_order o JOIN term t ON t.id = o.namespace_id ORDER BY 1`,
    );
    const orders = new Map<string, { high: bigint; lastBehind: bigint }>();
    for (const { namespace, type, position, recordedAt } of await allEvents()) {
      if (type.startsWith(OWN_TYPE_PREFIX)) continue;
      const { high, lastBehind } = orders.get(namespace) ?? { high: recordedAt, lastBehind: 0n };
      if (recordedAt < high) orders.set(namespace, { high, lastBehind: position });
      else orders.set(namespace, { high: recordedAt, lastBehind });
    }
    const expected = [...orders].map(([namespace, { high, lastBehind }]) => ({
      ...{ namespace, high: String(high), lastBehind: String(lastBehind) },
    }));
    expect(rows).toEqual(expected.sort((one, other) => (one.namespace < other.namespace ? -1 : 1)));
    expect(expected.some(({ lastBehind }) => lastBehind !== '0')).toBe(true);
  });

  it('counts every event once in each of its hours and days, on either axis', async () => {
    const events = (await allEvents()).length;
    const { rows } = await client.query<{ axis: number; events: string; inHours: string }>(
      `SELECT axis, sum(events) AS events, sum((SELECT sum(hour) FROM unnest(hours) hour)) AS "inHours" FROM rollup GROUP BY axis ORDER BY axis`,
    );
    expect(
      rows.map(({ axis, ...counted }) => [axis, Number(counted.events), Number(counted.inHours)]),
    ).toEqual([
      [0, events, events],
      [1, events, events],
    ]);
    const { rows: off } = await client.query(
      `SELECT FROM rollup WHERE day % 86400000000 <> 0 OR cardinality(hours) <> 24`,
    );
    expect(off).toEqual([]);
  });

  it.each([
    ['an event without JSON', { payload: 'Spät dran', payloadFormat: 'text' as const }, ['dran', 'spät']],
    ['escapes', { payload: '{"a":"one\\ntwo\\u0000three"}' }, ['one', 'three', 'two']],
    ['a number as it was written', { payload: '{"a":1e3}' }, ['1e3']],
    ['a number beside an escape', { payload: '{"a":1e3,"b":"x\\ny"}' }, ['1000', 'x', 'y']],
    ['JSON that PostgreSQL cannot hold', { payload: '{"a":1e999999999,"b":"kept"}' }, ['kept']],
    [
      'a word that is longer than an index takes',
      { payload: JSON.stringify('x'.repeat(5_000)) },
      ['x'.repeat(255)],
    ],
    ['more words than a row takes', { payload: JSON.stringify(manyWords()) }, ['w1']],
  ])('finds the words of %s', async (_name, parts, words) => {
    const position = await appendOne(parts);
    await catchUp(viewer, app());
    const { rows } = await client.query(
      'SELECT tsvector_to_array(words) AS words FROM searchable_words WHERE position = $1',
      [position],
    );
    for (const word of words) expect(rows[0]?.words).toContain(word);
  });
});

describe('steps', () => {
  it('are through when whoever caught up hears that one has failed', async () => {
    const models = app().store.readModels;
    let underWay = 0;
    const step = models.stepChanges.bind(models);
    const changes = vi.spyOn(models, 'stepChanges').mockImplementation(async (...asked) => {
      underWay += 1;
      return step(...asked).finally(() => {
        underWay -= 1;
      });
    });
    const search = vi.spyOn(models, 'stepSearch').mockRejectedValueOnce(new Error('It is gone.'));
    await expect(catchUp(viewer, app())).rejects.toThrow('It is gone.');
    expect(changes).toHaveBeenCalledTimes(1);
    expect(underWay).toBe(0);
    for (const spy of [changes, search]) spy.mockRestore();
  });

  it('lose and double nothing where several processes step, connections are cut and events come in', async () => {
    const apps = [app(), another(), another()];
    let appending = true;
    let cuts = 0;
    const writers = [0, 1].map(async (writer) => {
      for (let batch = 0; batch < 15; batch += 1) {
        const items = Array.from({ length: 40 }, (_, nth) => ({
          event: newEvent({
            entityType: 'merge',
            entityId: `busy-${nth % 7}`,
            payload: JSON.stringify({ [`f${nth % 3}`]: [writer, batch, nth] }),
          }),
        }));
        const receipt = await store().append({ namespace: 'main', atomic: true, items });
        if (!receipt.ok) throw new Error(receipt.error.message);
      }
    });
    const cutter = (async () => {
      while (appending) {
        const { rowCount } = await client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query ~ 'searchable_|catalogue_' AND pid <> pg_backend_pid() AND usename = current_user LIMIT 1`,
        );
        cuts += rowCount ?? 0;
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const steppers = apps.flatMap((one) =>
      modelSteps(one).map(async ({ step }) => {
        while (appending) await step().catch(() => null);
      }),
    );
    await Promise.all(writers);
    appending = false;
    await Promise.all([cutter, ...steppers]);
    expect(cuts).toBeGreaterThan(0);
    expect(await catchUp(viewer, app())).toBe(true);
    expect(await loggedChanges()).toEqual(await naiveChanges());
    expect(await cataloguedRows(client)).toEqual(naiveCatalogue(await allEvents()));
    const { rows } = await client.query(
      `SELECT count(*)::integer AS events, max(position)::integer AS head, (SELECT count(*)::integer FROM listed_event) AS listed
       FROM searchable_event JOIN listed_event USING (type_id, position)`,
    );
    const events = (await allEvents()).length;
    expect(rows[0]).toEqual({ events, head: events, listed: events });
  });
});

function manyWords(): string {
  return Array.from({ length: 120_000 }, (_, index) => `w${index}`).join(' ');
}

async function appendOne(parts: Parameters<typeof newEvent>[0]): Promise<bigint> {
  const receipt = await store().append({
    namespace: 'main',
    atomic: true,
    items: [{ event: newEvent({ entityType: 'odd', ...parts }) }],
  });
  const outcome = receipt.ok ? receipt.value.outcomes[0] : undefined;
  if (outcome?.kind !== 'added') throw new Error('The event was not added.');
  return outcome.position;
}

async function allEvents(): Promise<readonly LogEvent[]> {
  const events: LogEvent[] = [];
  for (;;) {
    const page = await store().eventsFrom(BigInt(events.length), 5_000);
    if (page.length === 0) return events;
    events.push(...page);
  }
}

type LoggedChange = { readonly position: string; readonly path: string; readonly value: string | null };

async function loggedChanges(): Promise<readonly LoggedChange[]> {
  const { rows } = await client.query<LoggedChange>(
    `SELECT c.position, p.text AS path, c.value FROM change c JOIN path p ON p.id = c.path_id ORDER BY c.position, p.text, c.value`,
  );
  return rows;
}

async function changesOf(entityType: string): Promise<readonly LoggedChange[]> {
  const { rows } = await client.query<LoggedChange>(
    `SELECT c.position, p.text AS path, c.value FROM change c JOIN path p ON p.id = c.path_id
       JOIN stream s ON s.id = c.stream_id WHERE s.entity_type = $1 ORDER BY c.position, p.text`,
    [entityType],
  );
  return rows;
}

async function naiveSteps() {
  const streams = new Map<string, LogEvent[]>();
  for (const event of await allEvents())
    streams.set(event.streamKey, [...(streams.get(event.streamKey) ?? []), event]);
  const folded = [];
  for (const events of streams.values()) {
    const kind = (await store().projectionOf('main', events[0]?.entityType ?? '')) ?? 'replace';
    if (kind === 'reducer') throw new Error('No reducers here.');
    folded.push(...foldStream(events, builtInProjection(kind), noUpcasters));
  }
  return folded;
}

async function naiveChanges(): Promise<readonly LoggedChange[]> {
  const rows = (await naiveSteps()).flatMap(({ event, changes }) =>
    changes.map(({ path, after }) => ({
      position: String(event.position),
      path: path.replace(/\p{Surrogate}|\0/gu, '\ufffd'),
      value: after === null ? null : after.slice(0, 256),
    })),
  );
  return rows.sort(inOrder);
}

function inOrder(a: LoggedChange, b: LoggedChange): number {
  if (a.position !== b.position) return BigInt(a.position) < BigInt(b.position) ? -1 : 1;
  return (
    Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)) ||
    Buffer.compare(Buffer.from(a.value ?? '\uffff'), Buffer.from(b.value ?? '\uffff'))
  );
}

type ChangesThen = readonly (readonly [axis: number, quarter: string, changes: number])[];

async function rolledUpChanges(): Promise<ChangesThen> {
  const { rows } = await client.query<{ axis: number; bucket: string; changes: string }>(
    `SELECT axis, day + (nth - 1) * 900000000 AS bucket, changes
     FROM change_rollup, unnest(quarters) WITH ORDINALITY AS n(changes, nth)
     WHERE namespace = 'main' AND changes > 0 ORDER BY axis, bucket`,
  );
  return rows.map(({ axis, bucket, changes }) => [axis, bucket, Number(changes)]);
}

/** Every change counted one by one, in the quarter of an hour in which its event was recorded, and in which it happened. */
async function naiveRollup(): Promise<ChangesThen> {
  const quarter = 900_000_000n;
  const counted = new Map<string, [axis: number, quarter: string, changes: number]>();
  for (const { event, changes } of await naiveSteps())
    for (const [axis, at] of [event.recordedAt, event.occurredAt].entries()) {
      if (changes.length === 0) continue;
      const begin = String(at - (((at % quarter) + quarter) % quarter));
      const before = counted.get(`${axis} ${begin}`)?.[2] ?? 0;
      counted.set(`${axis} ${begin}`, [axis, begin, before + changes.length]);
    }
  return [...counted.values()].sort(([a, x], [b, y]) => a - b || (BigInt(x) < BigInt(y) ? -1 : 1));
}

async function loggedMarks(): Promise<readonly unknown[]> {
  const { rows } = await client.query('SELECT position::integer, kind FROM event_mark ORDER BY position');
  return rows;
}

async function naiveMarks(): Promise<readonly unknown[]> {
  return (await naiveSteps())
    .flatMap(({ event, mark }) =>
      mark === null ? [] : [{ position: Number(event.position), kind: mark.kind }],
    )
    .sort((a, b) => a.position - b.position);
}
