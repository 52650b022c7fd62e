/**
 * Lines of events, their members as core's EVENT_LINE has them, read in the thread that folds them.
 *
 * What stays when the events are folded (types, actors) is one string for equal ones and lies in memory of its own, and so does every
 * payload: a part of a larger string would keep the whole of it.
 */
import type { EventToFold } from '#core';

export type EventOfLine = EventToFold & { readonly leafHash: string };

/** Events of one stream that follow each other. */
export interface EventRun {
  readonly streamId: string;
  readonly events: readonly EventOfLine[];
}

/** Of types, actors and sources; many streams have few. */
const MOST_NAMES = 10_000;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const TAB = '\t';

export class EventLineReader {
  private readonly names = new Map<string, string>();

  /** The events of whole lines. */
  read(bytes: Uint8Array): EventOfLine[] {
    const events: EventOfLine[] = [];
    this.each(bytes, (buffer, text, start, end) => events.push(this.eventAt(buffer, text, start, end)));
    return events;
  }

  /** The same of lines that begin with the id of the stream that the event is of. */
  readRuns(bytes: Uint8Array): readonly EventRun[] {
    const runs: { readonly streamId: string; readonly events: EventOfLine[] }[] = [];
    this.each(bytes, (buffer, text, start, end) => {
      const tab = text.indexOf(TAB, start);
      const streamId = text.slice(start, tab);
      const event = this.eventAt(buffer, text, tab + 1, end);
      const last = runs.at(-1);
      if (last?.streamId === streamId) last.events.push(event);
      else runs.push({ streamId, events: [event] });
    });
    return runs;
  }

  private each(
    bytes: Uint8Array,
    take: (buffer: Buffer, text: string, start: number, end: number) => void,
  ): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // A unit a byte, so that a place in the one is a place in the other.
    const text = buffer.toString('latin1');
    for (let at = 0; at < text.length; ) {
      const end = text.indexOf('\n', at);
      if (end === -1) throw new Error('A line of events is cut off.');
      take(buffer, text, at, end);
      at = end + 1;
    }
  }

  private eventAt(buffer: Buffer, text: string, start: number, end: number): EventOfLine {
    let at = start;
    const next = (): string => {
      const tab = text.indexOf(TAB, at);
      const field = text.slice(at, tab);
      at = tab + 1;
      return field;
    };
    const version = Number(next());
    const occurredAt = BigInt(next());
    const recorded = next();
    const high = next();
    const recordedAt = BigInt(recorded);
    const recordedHigh = high === recorded ? recordedAt : BigInt(high);
    const position = BigInt(Number(next()));
    const schemaVersion = Number(next());
    const flags = Number(next());
    const removed = next() === 't';
    const leafHash = next();
    const payloadFormat = this.nameOf(next()) as EventToFold['payloadFormat'];
    const type = this.nameOf(next());
    const actor = this.nameOrNull(next());
    const source = this.nameOf(next());
    const eventId = ownText(next());
    const correlationId = orNull(next());
    const causationId = orNull(next());
    const payload = unescaped(buffer.toString('utf8', at, end));
    return {
      position,
      version,
      type,
      schemaVersion,
      removed,
      payloadFormat,
      payload,
      occurredAt,
      recordedAt,
      recordedHigh,
      flags,
      actor,
      source,
      eventId,
      correlationId,
      causationId,
      leafHash,
    };
  }

  private nameOrNull(field: string): string | null {
    return field === NULL ? null : this.nameOf(field);
  }

  private nameOf(field: string): string {
    const known = this.names.get(field);
    if (known !== undefined) return known;
    if (this.names.size >= MOST_NAMES) this.names.clear();
    const own = Buffer.from(field, 'latin1');
    const name = unescaped(own.toString('utf8'));
    this.names.set(own.toString('latin1'), name);
    return name;
  }
}

const NULL = '\\N';

const orNull = (field: string): string | null => (field === NULL ? null : ownText(field));

/** What was read a unit a byte, read as what it is. */
function ownText(field: string): string {
  return field === '' ? '' : unescaped(Buffer.from(field, 'latin1').toString('utf8'));
}

function unescaped(field: string): string {
  if (!field.includes('\\')) return field;
  return field.replace(/\\(.)/gs, (_, unit: string) => ESCAPES[unit] ?? unit);
}
