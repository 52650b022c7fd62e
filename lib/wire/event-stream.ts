/**
 * Events of one entity, or of a search, as server-sent events (HTML, "Server-sent events"): `id` is the version, or the position, `data` one JSON line.
 *
 * The first block has an id and no data. A client hands nothing on for it but remembers the id, so one that is cut off before the
 * first event still knows where to go on.
 */
import { answerOf } from './answer-of.ts';
import type { EventDetail } from './event-detail.ts';
import type { FoundEventAnswer } from './found-events.ts';

export const EVENT_STREAM_TYPE = 'text/event-stream; charset=utf-8';

/** How long a browser waits before it connects again. */
const RETRY_MS = 1_000;

/** `after`: the version behind which the stream begins. */
export const openingBlock = (after: number | bigint): string => `retry: ${RETRY_MS}\nid: ${after}\n\n`;

export const eventBlock = (event: EventDetail): string =>
  `id: ${event.version}\nevent: event\ndata: ${JSON.stringify(event)}\n\n`;

/** Of a search: the id is the position. */
export const foundBlock = (event: FoundEventAnswer): string =>
  `id: ${event.position}\nevent: event\ndata: ${JSON.stringify(event)}\n\n`;

/** Events of a search that are told only by how many they are; the id is the position of the last of them. */
export const PASSED_EVENT = 'passed';

export const passedBlock = ({ size, last }: { readonly size: number; readonly last: bigint }): string =>
  `id: ${last}\nevent: ${PASSED_EVENT}\ndata: ${JSON.stringify({ size })}\n\n`;

/** From parsed JSON. */
export const readPassed = (data: unknown): { readonly size: number } => answerOf(data, 'size');

/** How far the log was looked at: whoever comes back goes on from there. */
export const seenBlock = (position: bigint): string => `id: ${position}\n\n`;

/** A comment, which clients skip; what lies between sees that the connection is in use. */
export const HEARTBEAT = ': nothing new\n\n';
