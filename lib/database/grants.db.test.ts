import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '#testing';
import { withClient } from './with-client.ts';

describe('what the roles may do', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.dropped());

  const asApp = (sql: string) => withClient(database.url, (client) => client.query(sql));

  it.each(['event', 'event_body', 'event_link'])(
    'the application adds to %s and reads it, and can do nothing else',
    async (table) => {
      await expect(asApp(`SELECT * FROM ${table}`)).resolves.toMatchObject({ rowCount: 0 });
      await expect(asApp(`INSERT INTO ${table} SELECT * FROM ${table}`)).resolves.toMatchObject({
        rowCount: 0,
      });
      for (const statement of [
        `UPDATE ${table} SET position = 1`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `DROP TABLE ${table}`,
      ]) {
        await expect(asApp(statement), statement).rejects.toThrow(/permission denied|must be owner/);
      }
    },
  );

  it.each(['stream', 'import', 'setting', 'projection'])(
    'the application changes %s and cannot empty it',
    async (table) => {
      const column =
        table === 'stream' ? 'version' : table === 'import' ? 'read' : table === 'setting' ? 'value' : 'kind';
      await expect(asApp(`UPDATE "${table}" SET "${column}" = "${column}"`)).resolves.toMatchObject({
        rowCount: 0,
      });
      await expect(asApp(`DELETE FROM "${table}"`)).rejects.toThrow(/permission denied/);
    },
  );

  it.each([
    'read_model',
    'term',
    'searchable_event',
    'listed_event',
    'recorded_order',
    'searchable_words',
    'rollup',
    'actor_rollup',
    'path',
    'change',
    'change_rollup',
    'entity_state',
    'event_mark',
  ])('the application empties %s at once, since it is built again from the log', async (table) => {
    for (const statement of [`INSERT INTO ${table} SELECT * FROM ${table}`, `DELETE FROM ${table}`])
      await expect(asApp(statement), statement).resolves.toMatchObject({ rowCount: 0 });
    await expect(asApp(`TRUNCATE ${table}`)).resolves.toBeDefined();
  });

  it.each(['segment', 'history_segment', 'open_segment'])(
    'the application writes %s anew and drops it, since it follows from the log',
    async (table) => {
      for (const statement of [
        `INSERT INTO ${table} SELECT * FROM ${table}`,
        `UPDATE ${table} SET hash = hash`,
        `DELETE FROM ${table}`,
      ]) {
        await expect(asApp(statement), statement).resolves.toMatchObject({ rowCount: 0 });
      }
      await expect(asApp(`TRUNCATE ${table}`)).rejects.toThrow(/permission denied/);
    },
  );

  it('triggers refuse the owner too, in words', async () => {
    const asOwner = withClient(database.ownerUrl, (client) => client.query('DELETE FROM event'));
    await expect(asOwner).rejects.toThrow(/append-only/);
  });

  it('the application takes numbers from the sequences', async () => {
    await expect(asApp(`SELECT nextval('import_id_seq')`)).resolves.toMatchObject({ rowCount: 1 });
  });
});
