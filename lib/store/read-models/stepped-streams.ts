/** The streams that a step meets: whose they are, and which event each had ended with. A step has few of them, so each is looked up once. */
import type { PoolClient } from 'pg';
import type { LastOfStream } from '#core';

export interface StreamOwner {
  readonly namespace: string;
  readonly entityType: string;
}

interface EventOfStream {
  readonly streamId: bigint;
  readonly version: number;
}

export class SteppedStreams {
  private readonly owners = new Map<bigint, StreamOwner>();
  /** Of those that had events before the first that was met. */
  readonly last = new Map<bigint, LastOfStream>();

  constructor(private readonly client: PoolClient) {}

  /** To be called with the next events, each stream's by ascending version, before anything is asked of their streams. */
  async fetch(events: readonly EventOfStream[]): Promise<void> {
    const firsts = new Map<bigint, number>();
    for (const { streamId, version } of events)
      if (!this.owners.has(streamId) && !firsts.has(streamId)) firsts.set(streamId, version);
    if (firsts.size === 0) return;
    const { rows } = await this.client.query<StreamRow>(STREAMS, [[...firsts.keys()], [...firsts.values()]]);
    for (const { streamId, namespace, entityType, type, recordedAt, occurredAt } of rows) {
      this.owners.set(streamId, { namespace, entityType });
      if (type !== null) this.last.set(streamId, { type, recordedAt, occurredAt });
    }
  }

  ownerOf(streamId: bigint): StreamOwner {
    const owner = this.owners.get(streamId);
    if (owner === undefined) throw new Error('A stream of the step was not looked up.');
    return owner;
  }
}

interface StreamRow extends StreamOwner {
  readonly streamId: bigint;
  /** null: the stream begins with the event that was met. */
  readonly type: string | null;
  readonly recordedAt: bigint;
  readonly occurredAt: bigint;
}

/** One by one: a join would read all of the store's for a few hundred. */
const STREAMS = `SELECT n.id AS "streamId", s.namespace, s.entity_type AS "entityType", e.type, e.recorded_at AS "recordedAt", e.occurred_at AS "occurredAt"
  FROM unnest($1::bigint[], $2::integer[]) AS n(id, version)
  CROSS JOIN LATERAL (SELECT * FROM stream WHERE id = n.id OFFSET 0) s
  LEFT JOIN LATERAL (SELECT * FROM event WHERE stream_id = n.id AND version = n.version - 1 OFFSET 0) e ON true`;
