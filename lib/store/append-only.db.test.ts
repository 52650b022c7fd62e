import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';
import { openStore } from './index.ts';

const { store, database } = storeForTests();
let app: Client;
let owner: Client;

beforeAll(async () => {
  const link = { entityType: 'user', entityId: 'u1', role: 'approver' };
  const event = newEvent({
    occurredAt: 1_700_000_000_123_457n,
    recordedAt: -1n,
    links: [link],
    actor: 'ann',
    payload: '{"a":1}',
    entityId: 'é',
  });
  await store().append({ namespace: 'main', atomic: true, items: [{ event }] });
  app = new Client(database().url);
  owner = new Client(database().ownerUrl);
  await Promise.all([app.connect(), owner.connect()]);
});
afterAll(() => Promise.all([app.end(), owner.end()]));

const STATEMENTS = ['event', 'event_body', 'event_link'].flatMap((table) => [
  `UPDATE ${table} SET position = position`,
  `UPDATE ${table} SET position = position WHERE false`,
  `DELETE FROM ${table}`,
  `DELETE FROM ${table} WHERE false`,
  `TRUNCATE ${table}`,
  `TRUNCATE ${table} CASCADE`,
]);

describe('the log is append-only', () => {
  it.each(STATEMENTS)('the owner of the tables is told so in words: %s', async (statement) => {
    await expect(owner.query(statement)).rejects.toThrow(/The log is append-only.*append a correcting event/);
  });

  it.each(STATEMENTS)("the application's role may not even ask: %s", async (statement) => {
    await expect(app.query(statement)).rejects.toThrow(/permission denied/);
  });

  it('row by row too, where a statement trigger was dropped', async () => {
    await owner.query('BEGIN; ALTER TABLE event DISABLE TRIGGER event_append_only');
    await expect(owner.query('DELETE FROM event')).rejects.toThrow(/append-only/);
    await owner.query('ROLLBACK');
  });

  it('its triggers fire in every session_replication_role', async () => {
    const { rows } = await owner.query(
      `SELECT tgenabled FROM pg_trigger WHERE NOT tgisinternal AND tgrelid IN ('event'::regclass, 'event_body'::regclass, 'event_link'::regclass)`,
    );
    expect(rows).toEqual(Array(6).fill({ tgenabled: 'A' }));
  });

  it.each([
    "UPDATE stream SET entity_id = 'x'",
    "UPDATE stream SET key = 'x'",
    'DELETE FROM stream',
    'TRUNCATE stream CASCADE',
  ])('a stream keeps its name and is never removed: %s', async (statement) => {
    await expect(owner.query(statement)).rejects.toThrow(/append-only/);
    await expect(app.query(statement)).rejects.toThrow(/append-only|permission denied/);
  });
});

describe('the status', () => {
  it('tells how the log is kept', async () => {
    expect(await store().status()).toMatchObject({ head: 1n, appendOnly: 'role and trigger' });
    const asOwner = await openStore(database().ownerUrl);
    const status = await asOwner.status();
    await asOwner.close();
    expect(status.appendOnly).toBe('trigger only');
    expect(status.bytes).toBeGreaterThan(1_000_000);
    expect(Number.parseInt(status.serverVersion, 10)).toBeGreaterThanOrEqual(15);
  });
});

describe('the view for people with psql', () => {
  it('shows instants to the microsecond', async () => {
    await app.query("SET TimeZone TO 'UTC'");
    const { rows } = await app.query(
      'SELECT entity_id, version, actor, payload, occurred_at::text, recorded_at::text, occurred_is_ours FROM event_readable',
    );
    expect(rows).toEqual([
      {
        entity_id: 'é',
        version: 1,
        actor: 'ann',
        payload: '{"a":1}',
        occurred_at: '2023-11-14 22:13:20.123457+00',
        recorded_at: '1969-12-31 23:59:59.999999+00',
        occurred_is_ours: false,
      },
    ]);
  });
});
