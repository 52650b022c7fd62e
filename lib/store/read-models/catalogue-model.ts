/**
 * The catalogue: which types of events there are, what their payloads look like by observation, and which event follows which.
 *
 * A step is read a page at a time and added up in this process, a slice between two turns of its event loop; then few rows are written. Law: after
 * any steps the rows are those that one step over the same events would have made. Events of the product's own types are left out.
 */
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { parseExact, StepTally, type TalliedEvent } from '#core';
import { OWN_TYPE_PREFIX } from '../limits.ts';
import { keepFollowDays, keepTypeDays } from './catalogue-day-rows.ts';
import { keepFollows, keepTypes } from './catalogue-rows.ts';
import { ShapeShelf } from './shape-shelf.ts';
import { lastOfStep } from './step-range.ts';
import { ANY_WAY, steppedEvents, WALKED } from './stepped-events.ts';
import { SteppedStreams, type StreamOwner } from './stepped-streams.ts';
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
  const streams = new SteppedStreams(client);
  const tally = new StepTally(streams.last);
  const shapes = new ShapeShelf(client);
  const page = () => client.query<SteppedRow>(`FETCH ${PAGE} FROM stepped_events`).then(({ rows }) => rows);
  await client.query(WALKED);
  await client.query(EVENTS, [from, to]);
  await client.query(ANY_WAY);
  for (let next = page(); ; ) {
    const rows = await next;
    if (rows.length === 0) break;
    await streams.fetch(rows);
    const events = rows.map((row) => Object.assign(row, streams.ownerOf(row.streamId)));
    await shapes.fetch(events);
    // PostgreSQL reads the next page while this one is added up. Whoever waits for it hears of its failure.
    next = page();
    next.catch(() => undefined);
    for (const [index, event] of events.entries()) {
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

interface SteppedRow extends Omit<TalliedEvent, keyof StreamOwner> {
  readonly version: number;
  readonly payloadFormat: string;
  readonly payload: string;
}

const IS_COUNTED = `NOT e.type ^@ '${OWN_TYPE_PREFIX}'`;
const COLUMNS = `e.position, e.stream_id AS "streamId", e.version, e.type, e.schema_version AS "schemaVersion", e.recorded_at AS "recordedAt",
    e.occurred_at AS "occurredAt", e.payload_format AS "payloadFormat", b.payload`;

/** In the order of positions, which shapes are added up in. */
const EVENTS = `DECLARE stepped_events NO SCROLL CURSOR FOR ${steppedEvents(COLUMNS, { from: '$1', to: '$2' }, IS_COUNTED)}`;
