/** Castore over PostgreSQL with its own adapter and its own table. It has no append of a batch but the group of events in one transaction. */
import { EventStore, EventType } from '@castore/core';
import castorePostgres from '@castore/event-storage-adapter-postgres';
import { answering, timed } from '../answering.ts';
import { mergePatch } from './merge-patch.mjs';
import { connected, readLog } from './plain-events.mjs';

const { PostgresEventStorageAdapter } = castorePostgres;
const TABLE = 'castore_event';
const TYPES = ['OrderChanged', 'LinePriced', 'LinePacked', 'LineHeld', 'NoteAdded'];

let store = null;
let name = '';
let events = [];

answering({
  open: async ({ url, stream }) => {
    await PostgresEventStorageAdapter.createEventTable({
      connectionString: url,
      tableName: TABLE,
      aggregateId: { type: 'VARCHAR', length: 64 },
    });
    name = stream;
    store = new EventStore({
      eventStoreId: 'ORDERS',
      eventTypes: TYPES.map((type) => new EventType({ type })),
      reducer: (state, event) => mergePatch(state, event.payload),
      eventStorageAdapter: new PostgresEventStorageAdapter({ connectionString: url, tableName: TABLE }),
    });
  },
  // Its own way in takes a statement an event, which is measured with the appends; reading is the same either way.
  load: ({ url, stream }) =>
    connected(url, async (client) => {
      await client.query(
        `INSERT INTO ${TABLE} (aggregate_name, aggregate_id, version, type, data, metadata, timestamp)
         SELECT 'ORDERS', s.entity_id, e.version, e.type, b.payload::jsonb,
           jsonb_build_object('eventId', b.event_id, 'actor', b.actor, 'correlationId', b.correlation_id),
           timestamptz 'epoch' + e.occurred_at * interval '1 microsecond'
         FROM event e JOIN event_body b USING (position) JOIN stream s ON s.id = e.stream_id WHERE s.entity_id = $1
         ORDER BY e.position`,
        [stream],
      );
      await client.query(`ANALYZE ${TABLE}`);
    }),
  state: ({ version }) =>
    timed(async () => (await store.getAggregate(name, { maxVersion: version })).aggregate),
  take: async ({ url, stream, count }) => {
    const rows = await readLog(url, stream, count);
    events = rows.map(({ version, type, payload, id, actor, correlationId, occurredAt }) => ({
      aggregateId: name,
      version,
      type,
      payload,
      metadata: { eventId: id, actor, correlationId },
      timestamp: occurredAt.toISOString(),
    }));
  },
  append: ({ batch }) =>
    timed(async () => {
      for (let from = 0; from < events.length; from += batch) {
        const group = events.slice(from, from + batch).map((event) => store.groupEvent(event));
        await EventStore.pushEventGroup(...group);
      }
    }),
  // Its adapter has no way to close; the connections end with the process or the database.
  close: () => undefined,
});
