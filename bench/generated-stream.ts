/**
 * A stream to measure with: merge patches of about 300 bytes over a nested document of 85 leaves, as a shop's order service might
 * write them. The same seed gives the same events.
 *
 * An event re-sends one part of the document (its siblings unchanged, as services do) with a few of its fields new; which part
 * follows Zipf's law, so that some fields change in every other event and some in one of a thousand.
 */
import type { NewEvent, StoredEvent } from '#core';
import { newEvent } from '../lib/testing/new-event.ts';
import { evenly } from './even-numbers.ts';

const PARTS = 16;
const FIELDS = 5;
const START = 1_704_067_200_000_000n;
const WORDS = ['open', 'packed', 'held', 'shipped', 'returned', 'paid', 'late', 'closed'] as const;
const ACTORS = Array.from({ length: 40 }, (_, index) => `agent-${index}@shop.example`);

type Leaf = string | number | boolean;

export function* generatedEvents(length: number, seed = 1): Generator<NewEvent, void, undefined> {
  const random = evenly(seed);
  const parts = Array.from({ length: PARTS }, (_, part) => firstPart(part, random));
  let at = START;
  for (let version = 1; version <= length; version += 1) {
    at += BigInt(1 + Math.floor(-Math.log(1 - random()) * 40_000)) * 1_000n;
    const part = zipf(PARTS, random);
    const fields = parts[part] ?? {};
    const changed = 1 + zipf(3, random);
    for (let change = 0; change < changed; change += 1) renew(fields, zipf(FIELDS, random), random);
    const actor = ACTORS[zipf(ACTORS.length, random)] ?? null;
    const payload = {
      [`part${part}`]: fields,
      revision: version,
      by: actor,
      touched: isoOf(at),
      channel: 'back office',
      reason: 'as agreed with the customer on the phone',
    };
    yield orderEvent(at, actor, JSON.stringify(version === 1 ? whole(parts, payload) : payload), random);
  }
}

/** The same as a store would give them, for measurements without one. */
export function* storedEvents(length: number, seed = 1): Generator<StoredEvent, void, undefined> {
  let version = 0;
  let recordedHigh = 0n;
  for (const event of generatedEvents(length, seed)) {
    version += 1;
    const recordedAt = event.recordedAt ?? 0n;
    if (recordedAt > recordedHigh) recordedHigh = recordedAt;
    yield {
      ...event,
      version,
      position: BigInt(version),
      occurredAt: event.occurredAt ?? 0n,
      recordedAt,
      ingestedAt: recordedAt,
      recordedHigh,
      leafHash: '',
    };
  }
}

function firstPart(part: number, random: () => number): Record<string, Leaf> {
  const fields: Record<string, Leaf> = { sku: `SKU-${1000 + part}`, label: `Part ${part} of the order` };
  for (let field = 0; field < FIELDS; field += 1) renew(fields, field, random);
  return fields;
}

function renew(fields: Record<string, Leaf>, field: number, random: () => number): void {
  const values: (() => [string, Leaf])[] = [
    () => ['status', WORDS[Math.floor(random() * WORDS.length)] ?? 'open'],
    () => ['quantity', Math.floor(random() * 20)],
    () => ['price', Math.floor(random() * 10_000) / 100],
    () => ['express', random() < 0.5],
    () => ['note', `${WORDS[Math.floor(random() * WORDS.length)]} at desk ${Math.floor(random() * 30)}`],
  ];
  const [name, value] = values[field]?.() ?? ['status', 'open'];
  fields[name] = value;
}

function whole(parts: readonly object[], rest: object): object {
  return { ...Object.fromEntries(parts.map((part, index) => [`part${index}`, part])), ...rest };
}

function orderEvent(at: bigint, actor: string | null, payload: string, random: () => number): NewEvent {
  return newEvent({
    entityId: 'bench',
    type: TYPES[zipf(TYPES.length, random)] ?? 'OrderChanged',
    payload,
    occurredAt: at,
    recordedAt: at + BigInt(Math.floor(random() * 400)) * 1_000n,
    actor,
    source: 'bench',
    eventId: uuid(random),
    correlationId: uuid(random),
  });
}

const TYPES = ['OrderChanged', 'LinePriced', 'LinePacked', 'LineHeld', 'NoteAdded'] as const;

/** Index 0 twice as often as 1, three times as often as 2 … */
function zipf(length: number, random: () => number): number {
  let sum = 0;
  for (let rank = 1; rank <= length; rank += 1) sum += 1 / rank;
  let left = random() * sum;
  for (let rank = 1; rank <= length; rank += 1) {
    left -= 1 / rank;
    if (left <= 0) return rank - 1;
  }
  return length - 1;
}

const isoOf = (micros: bigint): string => new Date(Number(micros / 1_000n)).toISOString();

/** Version 4 (RFC 9562), as most stores name their events. */
function uuid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
