/** Raw COPY of finished rows into the tables of the log: what the disk and the indexes allow, without any of the work before. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { answering, timed } from '../answering.ts';
import { connected } from './plain-events.mjs';

const TABLES = ['event', 'event_body'];
const CHUNK = 262_144;

let client = null;
let lines = {};

answering({
  open: async ({ url }) => {
    client = new pg.Client({ connectionString: url });
    await client.connect();
  },
  take: async ({ url, count }) => {
    for (const table of TABLES)
      lines[table] = await connected(url, (source) => copiedOut(source, table, count));
  },
  append: ({ batch }) =>
    timed(async () => {
      for (let first = 0; first < lines.event.length; first += batch) {
        await client.query('BEGIN');
        for (const table of TABLES) await copy(table, lines[table].slice(first, first + batch));
        await client.query('COMMIT');
      }
    }),
  close: async () => {
    lines = {};
    await client.end();
  },
});

async function copiedOut(source, table, count) {
  const rows = source.query(to(`COPY (SELECT * FROM ${table} ORDER BY position LIMIT ${count}) TO STDOUT`));
  let text = '';
  for await (const chunk of rows.setEncoding('utf8')) text += chunk;
  return text.split(/(?<=\n)/);
}

const copy = (table, rows) =>
  pipeline(
    Readable.from(chunks(rows), { objectMode: false }),
    client.query(from(`COPY ${table} FROM STDIN`)),
  );

function* chunks(rows) {
  let chunk = '';
  for (const row of rows) {
    chunk += row;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
