import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { merkleRoot } from '#core';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';

const { store, database } = storeForTests();
const TABLES = ['event', 'event_body', 'event_link'] as const;
const POSITION = 5;
let owner: Client;

const problems = async () => (await store().verify(() => undefined)).problems;

beforeAll(async () => {
  owner = new Client(database().ownerUrl);
  await owner.connect();
  await fill();
  // Whoever can flip a byte on the disk passes by triggers and checks.
  const { rows } = await owner.query<{ table: string; name: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
     WHERE contype = 'c' AND conrelid IN ('event'::regclass, 'event_body'::regclass, 'event_link'::regclass)`,
  );
  for (const { table, name } of rows) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  for (const table of TABLES) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
}, 60_000);

afterAll(() => owner.end());

/** Three streams; the event at POSITION says something in every column. */
async function fill(): Promise<void> {
  const importId = await store().beginImport({
    namespace: 'main',
    source: 'a.log',
    format: 'ndjson',
    options: '{}',
  });
  const links = [
    { entityType: 'user', entityId: 'u1', role: 'approver' },
    { entityType: 'user', entityId: 'u2', role: 'owner' },
  ];
  const full = newEvent({
    entityId: 'b',
    actor: 'ann',
    correlationId: 'c',
    causationId: 'd',
    sourceRef: 'a.log:7',
    sourcePosition: '0/1',
    sourceVersion: '3',
    metadata: '{"a":1}',
    occurredText: 'then',
    recordedText: 'later',
    links,
    payload: '{"é":1}',
  });
  const events = ['a', 'b', 'a', 'c'].map((entityId) => newEvent({ entityId }));
  const last = ['b', 'a'].map((entityId) => newEvent({ entityId, recordedAt: 1n }));
  const items = [...events, full, ...last].map((event) => ({ event }));
  const receipt = await store().append({ namespace: 'main', atomic: true, items, importId });
  expect(receipt).toMatchObject({ ok: true, value: { added: 7 } });
}

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** What else a value could have become: one flipped bit of its first byte and of its last, or nothing at all. */
const FLIPS: Record<string, readonly ((column: string) => string)[]> = {
  // A high bit, so that the row keeps to the unique keys, and the lowest.
  bigint: [(c) => `${c} # 1099511627776`, (c) => `${c} # 65536`],
  integer: [(c) => `${c} # 65536`, (c) => `${c} # 16`],
  boolean: [(c) => `NOT ${c}`],
  bytea: [
    (c) => `set_byte(${c}, 0, get_byte(${c}, 0) # 1)`,
    (c) => `set_byte(${c}, octet_length(${c}) - 1, get_byte(${c}, octet_length(${c}) - 1) # 128)`,
  ],
  text: [
    (c) =>
      `convert_from(set_byte(convert_to(${c}, 'UTF8'), 0, get_byte(convert_to(${c}, 'UTF8'), 0) # 1), 'UTF8')`,
    (c) => `left(${c}, -1) || chr(ascii(right(${c}, 1)) # 64)`,
    (c) => `${c} || ' '`,
    () => `''`,
  ],
};

async function columns(): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `SELECT table_name AS table, column_name AS column, data_type AS type FROM information_schema.columns
     WHERE table_name = ANY($1) ORDER BY table_name, ordinal_position`,
    [TABLES],
  );
  return rows;
}

/** Makes the change, asks verify, takes the change back. */
async function problemsAfter(change: string, table: string): Promise<readonly unknown[]> {
  const { rows } = await owner.query(`SELECT * FROM ${table} ORDER BY 1, 2`);
  await owner.query(change);
  const found = await problems();
  await owner.query(`DELETE FROM ${table}`);
  await owner.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? `\\x${Buffer.from(value).toString('hex')}` : value,
    ),
  ]);
  return found;
}

describe('verify', () => {
  it('finds nothing in a log that is as it was written, and gives its RFC 6962 root', async () => {
    const progress: [number, number][] = [];
    const report = await store().verify((checked, total) => progress.push([checked, total]));
    expect(report).toMatchObject({ events: 7, problems: [] });
    expect(progress.at(-1)).toEqual([7, 7]);
    const tree = merkleRoot((bytes) => createHash('sha256').update(bytes).digest());
    for (const event of await store().eventsFrom(0n, 100)) tree.append(Buffer.from(event.leafHash, 'hex'));
    expect(report.root).toBe(Buffer.from(tree.root()).toString('hex'));
  });

  it('finds one flipped byte in any column of an event, its body and its links', async () => {
    const all = await columns();
    expect(all.length).toBe(15 + 14 + 5);
    for (const { table, column, type } of all) {
      for (const flip of FLIPS[type] ?? []) {
        const change = `UPDATE ${table} SET ${column} = ${flip(column)} WHERE position = ${POSITION}`;
        const once = table === 'event_link' ? `${change} AND ordinal = 1` : change;
        expect(await problemsAfter(once, table), once).not.toEqual([]);
      }
      expect(FLIPS[type], type).toBeDefined();
    }
    expect(await problems()).toEqual([]);
  }, 120_000);

  it('finds values that became absent', async () => {
    const nullable = [
      'actor',
      'correlation_id',
      'causation_id',
      'source_ref',
      'source_position',
      'source_version',
      'metadata',
      'occurred_text',
      'recorded_text',
    ];
    for (const column of nullable) {
      const change = `UPDATE event_body SET ${column} = null WHERE position = ${POSITION}`;
      expect(await problemsAfter(change, 'event_body'), change).not.toEqual([]);
    }
    expect(
      await problemsAfter(`UPDATE event SET import_id = null WHERE position = ${POSITION}`, 'event'),
    ).not.toEqual([]);
  });

  it.each([
    ['a removed event', 'event', 'DELETE FROM event WHERE position = 5'],
    ['the newest event removed', 'event', 'DELETE FROM event WHERE position = 7'],
    ['the first event removed', 'event', 'DELETE FROM event WHERE position = 1'],
    ['a removed body', 'event_body', 'DELETE FROM event_body WHERE position = 5'],
    ['a removed link', 'event_link', 'DELETE FROM event_link WHERE ordinal = 1'],
    [
      'a body of no event',
      'event_body',
      `INSERT INTO event_body (position, source, event_id, payload, salts) VALUES (99, '', '', '', '')`,
    ],
    ['a link of no event', 'event_link', `INSERT INTO event_link VALUES (99, 0, '', '', '')`],
    ['a link that was added', 'event_link', `INSERT INTO event_link VALUES (5, 2, '', '', '')`],
    [
      'events of one stream in another order',
      'event',
      'UPDATE event SET position = CASE position WHEN 1 THEN 103 ELSE 101 END WHERE position IN (1, 3)',
    ],
    ['an import nobody ran', 'event', 'UPDATE event SET import_id = 77 WHERE position = 5'],
  ])('finds %s', async (_, table, change) => {
    expect(await problemsAfter(change, table)).not.toEqual([]);
  });

  it.each([
    'version = version + 1',
    'last_position = 1',
    'first_recorded = first_recorded - 1',
    'last_recorded = last_recorded + 1',
    'first_occurred = first_occurred - 1',
    'last_occurred = last_occurred + 1',
    'removed = NOT removed',
    'recorded_given = NOT recorded_given',
  ])("finds a stream's head with %s", async (change) => {
    const column = change.slice(0, change.indexOf(' '));
    const { rows } = await owner.query(`SELECT ${column} AS was FROM stream WHERE entity_id = 'b'`);
    await owner.query(`UPDATE stream SET ${change} WHERE entity_id = 'b'`);
    expect(await problems()).toHaveLength(1);
    await owner.query(`UPDATE stream SET ${column} = $1 WHERE entity_id = 'b'`, [rows[0].was]);
    expect(await problems()).toEqual([]);
  });

  it('lists a hundred problems and says that there are more', async () => {
    const items = Array.from({ length: 150 }, () => ({ event: newEvent({ entityId: 'many' }) }));
    await store().append({ namespace: 'main', atomic: true, items });
    await owner.query("UPDATE event SET type = 'x'");
    const found = await problems();
    expect(found).toHaveLength(101);
    expect(found.at(-1)?.what).toMatch(/^at least \d+ more/);
  });
});
