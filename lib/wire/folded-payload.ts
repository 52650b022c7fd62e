import { type Json, parseExact } from '#core';
import type { EventDetail } from './event-detail.ts';

/** The payload as a projection saw it: upcast, where an upcaster ran. null: it is no JSON. */
export function foldedPayload({
  payload,
  payloadFormat,
  upcast,
}: Pick<EventDetail, 'payload' | 'payloadFormat' | 'upcast'>): Json | null {
  if (upcast === null && payloadFormat !== 'json') return null;
  const read = parseExact(upcast ?? payload);
  return read.ok ? read.value : null;
}
