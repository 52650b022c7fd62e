/** What the same events take in other forms, gzipped: as their envelopes in JSON, and as the JSON patches between their states. */
import { gzipSync } from 'node:zlib';
import {
  builtInProjection,
  Fold,
  type Json,
  jsonPatchBetween,
  noUpcasters,
  parsePlain,
  type StoredEvent,
} from '#core';

const SLICE = 4_096;

export function historySizes(events: readonly StoredEvent[]): { envelopes: number; patches: number } {
  const fold = new Fold(builtInProjection('merge'), noUpcasters);
  let before: Json | undefined;
  let envelopes = 0;
  let patches = 0;
  for (let from = 0; from < events.length; from += SLICE) {
    const slice = events.slice(from, from + SLICE);
    envelopes += gzippedLines(slice.map(envelope));
    patches += gzippedLines(
      slice.map((event) => {
        const { state } = fold.step(event);
        const patch = JSON.stringify(jsonPatchBetween(before, state));
        before = state;
        return patch;
      }),
    );
  }
  return { envelopes, patches };
}

const gzippedLines = (lines: readonly string[]): number => gzipSync(`${lines.join('\n')}\n`).length;

function envelope(event: StoredEvent): string {
  const payload = parsePlain(event.payload);
  return JSON.stringify({
    position: Number(event.position),
    version: event.version,
    eventId: event.eventId,
    correlationId: event.correlationId,
    type: event.type,
    actor: event.actor,
    occurredAt: iso(event.occurredAt),
    recordedAt: iso(event.recordedAt),
    payload: payload.ok ? payload.value.value : null,
  });
}

const iso = (micros: bigint): string => new Date(Number(micros / 1_000n)).toISOString();
