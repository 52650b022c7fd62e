/**
 * Where the story is written down: every noun says what happened to it, and the journal puts it all in the order in which
 * the shop's system recorded it.
 */
import type { EventLink, NewEvent } from '#core';
import { type Milliseconds, STORY_ENDS } from './calendar.ts';
import { payloadText } from './payload-text.ts';
import type { Random } from './random.ts';

export interface Told {
  readonly at: Milliseconds;
  readonly by: string;
  /** How long after it happened it was recorded; a few milliseconds unless told. */
  readonly recordedAfter?: Milliseconds;
  /** The conversation it belongs to. */
  readonly visit?: string;
  /** Id of the event that caused it. */
  readonly because?: string;
  readonly schemaVersion?: number;
  /** The entity is gone after it. */
  readonly removed?: boolean;
  readonly about?: readonly EventLink[];
  readonly metadata?: Readonly<Record<string, string>>;
}

/** One entity; `Events` maps its event types to their payloads. */
export interface Entity<Events extends object> {
  readonly id: string;
  /** Answers the id of the event, for what it causes. */
  says<Type extends keyof Events & string>(type: Type, payload: Events[Type], told: Told): string;
}

export class Journal {
  readonly #events: NewEvent[] = [];
  readonly #lengths = new Map<string, number>();

  constructor(private readonly random: Random) {}

  entity<Events extends object>(entityType: string, id: string): Entity<Events> {
    return { id, says: (type, payload, told) => this.#write(entityType, id, type, payload, told) };
  }

  /** In the order they were recorded; what would have been recorded after the story's end is left out. */
  events(): readonly NewEvent[] {
    const end = BigInt(STORY_ENDS) * 1_000n;
    return this.#events.filter((event) => recordedAt(event) < end).sort(byRecording);
  }

  #write(entityType: string, entityId: string, type: string, payload: unknown, told: Told): string {
    const stream = `${entityType}/${entityId}`;
    const number = (this.#lengths.get(stream) ?? 0) + 1;
    this.#lengths.set(stream, number);
    const occurredAt = BigInt(told.at) * 1_000n + BigInt(this.random.whole(0, 999));
    const delay = told.recordedAfter ?? this.random.whole(3, 60);
    const eventId = `${stream}/${number}`;
    this.#events.push({
      entityType,
      entityId,
      type,
      schemaVersion: told.schemaVersion ?? 1,
      removed: told.removed ?? false,
      payloadFormat: 'json',
      payload: payloadText(payload),
      occurredAt,
      recordedAt: occurredAt + BigInt(delay) * 1_000n,
      actor: told.by,
      eventId,
      correlationId: told.visit ?? null,
      causationId: told.because ?? null,
      metadata: told.metadata === undefined ? null : JSON.stringify(told.metadata),
      links: told.about ?? [],
      ...NOT_SAID,
    });
    return eventId;
  }
}

/** What the shop's system does not give. */
const NOT_SAID = {
  flags: 0,
  source: 'demo',
  sourceRef: null,
  sourcePosition: null,
  sourceVersion: null,
  occurredText: null,
  recordedText: null,
} as const;

function byRecording(a: NewEvent, b: NewEvent): number {
  const difference = recordedAt(a) - recordedAt(b);
  return difference < 0n ? -1 : Number(difference > 0n);
}

function recordedAt(event: NewEvent): bigint {
  return event.recordedAt ?? 0n;
}
