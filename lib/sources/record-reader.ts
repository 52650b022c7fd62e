/**
 * Inputs into records, for every format that is JSON by lines: each record is one value with its place, or a refusal.
 * What a record means is the business of its format.
 */
import type { Problem } from '#core';
import { DefaultEventIds } from './default-event-id.ts';
import { type Input, type ReadMeter, readInput } from './input.ts';
import { JsonLine, LINE_BYTES } from './json-line.ts';
import { isBlank, type Line, splitLines } from './lines.ts';
import { itemSlicesOf } from './slice.ts';
import { type RefusedItem, refused, type SourceContext, type SourceItem } from './source.ts';

/** One record with all that a format needs to make an event of it. */
export interface JsonRecord {
  readonly line: JsonLine;
  /** Name of the source. */
  readonly source: string;
  /** Where it stands in the source: name:line, and the pointer inside the line for a record of a list. */
  readonly sourceRef: string;
  readonly place: string;
  readonly raw: Uint8Array;
  readonly ids: DefaultEventIds;
}

export interface RecordFormat {
  readonly lineBytes: number;
  /** Steps to the array of records where the line is a list of them; null: the line is one record. */
  listIn(line: JsonLine): readonly string[] | null;
  /** Never throws: what cannot be an event is a refusal. null: a line about the log itself, no event. */
  toItem(record: JsonRecord): SourceItem | null;
}

/** One event a line. */
export const ONE_A_LINE = { lineBytes: LINE_BYTES, listIn: () => null } as const;

export async function* readRecords(
  inputs: readonly Input[],
  format: RecordFormat,
  context: SourceContext,
  meter: ReadMeter,
): AsyncGenerator<SourceItem> {
  for (const input of inputs) yield* recordsOfInput(input, format, context, meter);
}

async function* recordsOfInput(
  input: Input,
  format: RecordFormat,
  context: SourceContext,
  meter: ReadMeter,
): AsyncGenerator<SourceItem> {
  const source = context.name ?? `${context.namePrefix}${input.name}`;
  const ids = new DefaultEventIds(context.eventIdKey, source);
  let last = 0;
  try {
    for await (const line of splitLines(readInput(input, meter), format.lineBytes)) {
      last = line.number;
      if (line.length > format.lineBytes) yield tooLong(input, line, format.lineBytes);
      else if (!isBlank(line.bytes)) yield* recordsOfLine(input, line, format, source, ids);
    }
  } catch (error) {
    // A torn file or a broken gzip stream ends this input, and says so as a refusal of what should have followed.
    const reason = `the rest cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    yield refused(`${input.label}:${last + 1}`, 'CS-210', reason, new Uint8Array(0));
  }
}

function* recordsOfLine(
  input: Input,
  line: Line,
  format: RecordFormat,
  source: string,
  ids: DefaultEventIds,
): Generator<SourceItem> {
  const place = `${input.label}:${line.number}`;
  const read = JsonLine.read(line.bytes, format.lineBytes);
  if (!read.ok) {
    yield refusedFor(place, read.error, line.bytes);
    return;
  }
  const base = { source, ids };
  const sourceRef = `${input.name}:${line.number}`;
  const list = format.listIn(read.value);
  if (list === null) {
    const only = format.toItem({ ...base, line: read.value, sourceRef, place, raw: line.bytes });
    if (only !== null) yield only;
    return;
  }
  const slices = itemSlicesOf(read.value.text, list) ?? [];
  for (const [index, slice] of slices.entries()) {
    const inside = `#/${[...list, String(index)].join('/')}`;
    const raw = Buffer.from(slice);
    const record = JsonLine.of(slice, format.lineBytes);
    const item = record.ok
      ? format.toItem({
          ...base,
          line: record.value,
          sourceRef: sourceRef + inside,
          place: place + inside,
          raw,
        })
      : refusedFor(place + inside, record.error, raw);
    if (item !== null) yield item;
  }
}

/** A refusal for a problem of the core, its place inside the line kept in the reason. */
export function refusedFor(place: string, problem: Problem, raw: Uint8Array): RefusedItem {
  const inside = problem.place === undefined ? '' : ` (at ${problem.place} of the line)`;
  return refused(place, problem.code, `${problem.message}${inside}`, raw);
}

function tooLong(input: Input, line: Line, limit: number): RefusedItem {
  const reason = `the line has ${line.length} bytes; at most ${limit} are read. Its text is not kept.`;
  return refused(`${input.label}:${line.number}`, 'CS-202', reason, new Uint8Array(0));
}
