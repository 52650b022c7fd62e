/**
 * The catalogue: which types of events there are, what their payloads look like by observation, and which event follows which.
 *
 * A step is read a page at a time and added up in this process, a slice between two turns of its event loop; then few rows are written. Law: after
 * any steps the rows are those that one step over the same events would have made. Events of the product's own types are left out.
 */
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { type LastOfStream, parseExact, StepTally, type TalliedEvent } from '#core';
import { OWN_TYPE_PREFIX } from '../limits.ts';
import { keepFollowDays, keepTypeDays } from './catalogue-day-rows.ts';
import { keepFollows, keepTypes } from './catalogue-rows.ts';
import { ShapeShelf } from './shape-shelf.ts';
import { lastOfStep } from './step-range.ts';
import { ANY_WAY, steppedEvents, WALKED } from './stepped-events.ts';
import { inTurn, type Turn } from './turn.ts';

const CATALOGUE: Turn = {
  name: 'catalogue',
  // The number goes up whenever a row would be made otherwise.
  basis: '2',
  tables: [
    'catalogue_type',
    'catalogue_shape',
    'catalogue_follow',
    'catalogue_day',
    'catalogue_follow_day',
    'catalogue_stretch',
  ],
};

/** How far it is after the step; null: another process has the turn. */
export function stepCatalogue(pool: Pool): Promise<bigint | null> {
  return inTurn(pool, CATALOGUE, async (client, from) => {
    const to = await lastOfStep(client, from);
    if (to > from) await takeIn(client, from, to);
    return to;
  });
}

const PAGE = 4_000;
/** Few enough that nobody waits for this thread while they are added up. */
const SLICE = 500;

async function takeIn(client: PoolClient, from: bigint, to: bigint): Promise<void> {
  const tally = new StepTally(await lastBefore(client, from, to));
  const shapes = new ShapeShelf(client);
  const page = () => client.query<SteppedEvent>(`FETCH ${PAGE} FROM stepped_events`).then(({ rows }) => rows);
  await client.query(WALKED);
  await client.query(EVENTS, [from, to]);
  await client.query(ANY_WAY);
  for (let next = page(); ; ) {
    const rows = await next;
    if (rows.length === 0) break;
    await shapes.fetch(rows);
    // PostgreSQL reads the next page while this one is added up. Whoever waits for it hears of its failure.
    next = page();
    next.catch(() => undefined);
    for (const [index, event] of rows.entries()) {
      if (index % SLICE === 0) await turnOfLoop();
      tally.add(event);
      const payload = event.payloadFormat === 'json' ? parseExact(event.payload) : null;
      shapes.add(event, payload?.ok === true ? payload.value : undefined);
    }
  }
  await keepTypes(client, tally.types());
  await keepFollows(client, tally.follows());
  await keepTypeDays(client, tally.typeDays());
  await keepFollowDays(client, tally.followDays());
  await shapes.keep();
}

interface SteppedEvent extends TalliedEvent {
  readonly payloadFormat: string;
  readonly payload: string;
}

const IS_COUNTED = `NOT e.type ^@ '${OWN_TYPE_PREFIX}'`;
const COLUMNS = `e.position, e.stream_id AS "streamId", e.type, e.schema_version AS "schemaVersion", e.recorded_at AS "recordedAt",
    e.occurred_at AS "occurredAt", e.payload_format AS "payloadFormat", b.payload`;

/** In the order of positions, which shapes are added up in. Streams are looked up one by one, lest all of the store's be read for a few thousand events. */
const EVENTS = `DECLARE stepped_events NO SCROLL CURSOR FOR
  SELECT e.*, s.* FROM (${steppedEvents(COLUMNS, { from: '$1', to: '$2' }, IS_COUNTED)} OFFSET 0) e, LATERAL (
    SELECT namespace, entity_type AS "entityType" FROM stream WHERE id = e."streamId" OFFSET 0
  ) s`;

/** Of the streams that go on in the step, the events that they had ended with: looked up one by one, lest all of the log be read for few of them. */
async function lastBefore(client: PoolClient, from: bigint, to: bigint): Promise<Map<bigint, LastOfStream>> {
  const { rows } = await client.query<LastOfStream & { readonly streamId: bigint }>(
    `SELECT n.stream_id AS "streamId", e.type, e.recorded_at AS "recordedAt", e.occurred_at AS "occurredAt"
     FROM (SELECT e.stream_id, min(e.version) AS version FROM event e WHERE e.position > $1 AND e.position <= $2 AND ${IS_COUNTED} GROUP BY e.stream_id) n, LATERAL (
       SELECT * FROM event e WHERE e.stream_id = n.stream_id AND e.version = n.version - 1 OFFSET 0
     ) e`,
    [from, to],
  );
  return new Map(rows.map(({ streamId, ...last }) => [streamId, last]));
}
