/** All rows of the read models, in words that do not depend on the order in which names and paths got their numbers. */
import type pg from 'pg';

export type ModelRows = Readonly<Record<string, readonly string[]>>;

const TABLES = [
  'searchable_event',
  'listed_event',
  'searchable_words',
  'recorded_order',
  'rollup',
  'actor_rollup',
  'change',
  'change_rollup',
  'entity_state',
  'event_mark',
  'catalogue_type',
  'catalogue_shape',
  'catalogue_follow',
  'catalogue_day',
  'catalogue_follow_day',
  'catalogue_stretch',
] as const;

const TERMS = ['namespace_id', 'entity_type_id', 'type_id', 'source_id', 'actor_id'];

/** By table, in an order of their own. */
export async function modelRows(client: pg.Client): Promise<ModelRows> {
  const terms = await named(client, `SELECT id, namespace || ' ' || kind || ' ' || text AS text FROM term`);
  const paths = await named(client, 'SELECT id, text FROM path');
  const all: [string, readonly string[]][] = [];
  for (const table of TABLES) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM ${table} t`,
    );
    const said = rows.map(({ row }) => {
      for (const column of TERMS) if (column in row) row[column] = terms.get(Number(row[column])) ?? null;
      if ('path_id' in row) row.path_id = paths.get(Number(row.path_id));
      return JSON.stringify(row);
    });
    all.push([table, said.sort()]);
  }
  return Object.fromEntries(all);
}

async function named(client: pg.Client, select: string): Promise<ReadonlyMap<number, string>> {
  const { rows } = await client.query<{ id: number; text: string }>(select);
  return new Map(rows.map(({ id, text }) => [id, text]));
}
