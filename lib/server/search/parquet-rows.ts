/**
 * Rows of a search as an Apache Parquet file, a row group at a time: positions and times are 64-bit integers (times in microseconds, UTC), so that
 * nothing is rounded. Its footer, without which no reader opens it, says what it is about, how many rows it has and that it is complete.
 */
import { ByteWriter, type KeyValue, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { parseInstant } from '#core';
import { changesInWords, type ExportAbout, type FoundRow, foundMarks } from '#wire/export';

export async function* parquetRows(
  about: ExportAbout,
  pages: AsyncIterable<readonly FoundRow[]>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = new ByteWriter();
  const kvMetadata: KeyValue[] = [];
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: COLUMNS.length }, ...COLUMNS.map(({ element }) => element)],
    createdBy: 'Chronoscope',
    kvMetadata,
  });
  let all = 0;
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    all += rows.length;
    const columnData = COLUMNS.map(({ element: { name }, of }) => ({ name, data: rows.map(of) }));
    await writer.write({ columnData, rowGroupSize: rows.length });
    yield taken(bytes);
  }
  // The footer is written last: what the file is about, how many rows it has, and that it is complete.
  const said = { ...about.members, rows: all, complete: true };
  kvMetadata.push({ key: 'chronoscope-export', value: JSON.stringify(said) });
  await writer.finish();
  yield taken(bytes);
}

/** What was written so far; places in the file are counted on. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}

interface Column {
  readonly element: SchemaElement;
  of(row: FoundRow): string | number | bigint | boolean | null;
}

const text = (name: string, of: (row: FoundRow) => string | null): Column => ({
  element: { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  of,
});
const whole = (
  name: string,
  of: (row: FoundRow) => number | null,
  repetition_type: 'REQUIRED' | 'OPTIONAL' = 'REQUIRED',
): Column => ({ element: { name, type: 'INT32', repetition_type }, of });
const yes = (name: string, of: (row: FoundRow) => boolean): Column => ({
  element: { name, type: 'BOOLEAN', repetition_type: 'REQUIRED' },
  of,
});
const time = (name: string, of: (row: FoundRow) => string): Column => ({
  element: { name, type: 'INT64', converted_type: 'TIMESTAMP_MICROS', repetition_type: 'REQUIRED' },
  of: (row) => {
    const instant = parseInstant(of(row));
    if (!instant.ok) throw new Error(instant.error.message);
    return instant.value.micros;
  },
});

const COLUMNS: readonly Column[] = [
  {
    element: { name: 'position', type: 'INT64', repetition_type: 'REQUIRED' },
    of: (row) => BigInt(row.position),
  },
  text('entity_type', (row) => row.entityType),
  text('entity_id', (row) => row.entityId),
  whole('version', (row) => row.version),
  text('type', (row) => row.type),
  text('actor', (row) => row.actor),
  time('recorded_at', (row) => row.recordedAt),
  time('occurred_at', (row) => row.occurredAt),
  whole('fields_changed', (row) => row.changed, 'OPTIONAL'),
  text('first_changes', changesInWords),
  text('marks', foundMarks),
  yes('removed', (row) => row.removed),
  yes('late', (row) => row.late),
  text('event_id', (row) => row.eventId),
  text('source', (row) => row.source),
  text('source_place', (row) => row.sourceRef),
  text('correlation_id', (row) => row.correlationId),
  text('causation_id', (row) => row.causationId),
  whole('schema_version', (row) => row.schemaVersion),
  text('payload_format', (row) => row.payloadFormat),
  text('payload', (row) => row.payload),
  text('metadata', (row) => row.metadata),
  text('leaf_sha256', (row) => row.leafHash),
];
