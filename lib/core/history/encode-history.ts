/**
 * Writes a history as text (see encoded-history.ts). It needs only the interface, so any history can be written.
 *
 * Law: decodeHistory(encodeHistory(h)) answers everything as h does.
 */
import { checksum } from './checksum.ts';
import { type EncodedHistory, HISTORY_FORMAT, type Integer } from './encoded-history.ts';
import type { EventHeader, History } from './history.ts';
import { TextIds } from './text-ids.ts';

export function encodeHistory(history: History): string {
  const headers = Array.from({ length: history.length }, (_, index) => history.event(index + 1));
  const encoded: EncodedHistory = {
    axis: history.axis,
    projection: history.projection,
    ...encodeHeaders(headers),
    ...encodeColumns(history),
  };
  const body = JSON.stringify(encoded);
  return `{"format":${HISTORY_FORMAT},"check":"${checksum(body)}","history":${body}}`;
}

type EncodedColumns = Pick<EncodedHistory, 'paths' | 'texts' | 'counts' | 'ordinals' | 'values'>;
type EncodedHeaders = Omit<EncodedHistory, keyof EncodedColumns | 'axis' | 'projection'>;

function encodeHeaders(headers: readonly EventHeader[]): EncodedHeaders {
  const types = new TextIds();
  const actors = new TextIds();
  return {
    versions: differences(headers.map((header) => header.version)),
    positions: bigDifferences(headers.map((header) => header.position)),
    typeIds: headers.map((header) => types.idOf(header.type)),
    types: types.texts,
    actorIds: headers.map(({ actor }) => (actor === null ? 0 : actors.idOf(actor) + 1)),
    actors: actors.texts,
    schemaVersions: headers.map((header) => header.schemaVersion),
    occurredAt: bigDifferences(headers.map((header) => header.occurredAt)),
    recordedLag: headers.map((header) => integer(header.recordedAt - header.occurredAt)),
    highLead: headers.map((header) => integer(header.recordedHigh - header.recordedAt)),
    flags: headers.map((header) => header.flags),
    removed: headers.map((header) => Number(header.removed)),
    marks: headers.flatMap(({ ordinal, mark }) =>
      mark === null ? [] : [[ordinal, mark.kind, mark.message] as const],
    ),
  };
}

function encodeColumns(history: History): EncodedColumns {
  const texts = new TextIds();
  const counts: number[] = [];
  const ordinals: number[] = [];
  const values: number[] = [];
  for (const path of history.paths) {
    const entries = history.fieldHistory(path);
    let before = 0;
    counts.push(entries.length);
    for (const { ordinal, text } of entries) {
      ordinals.push(ordinal - before);
      values.push(text === null ? 0 : texts.idOf(text) + 1);
      before = ordinal;
    }
  }
  return { paths: history.paths, texts: texts.texts, counts, ordinals, values };
}

function differences(values: readonly number[]): number[] {
  return values.map((value, index) => value - (values[index - 1] ?? 0));
}

function bigDifferences(values: readonly bigint[]): Integer[] {
  return values.map((value, index) => integer(value - (values[index - 1] ?? 0n)));
}

function integer(value: bigint): Integer {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
