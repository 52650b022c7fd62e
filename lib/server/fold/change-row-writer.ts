/** Changes as rows of COPY's text format, once the numbers of their paths are known. */
import type { Change, EventToFold } from '#core';
import { numericText, valueKey } from '../../store/read-models/value-key.ts';

/** Of a value in the change log; the whole of it is in the history. In UTF-16 units. */
const LONGEST_VALUE = 256;
const NULL = '\\N';
/** Of UTF-8, a unit of UTF-16. */
const MOST_BYTES_A_UNIT = 3;

/** Where the number of a path goes. What PostgreSQL reads a number from may begin with zeros. */
const GAP = '0000000000';

/** In a memory of its own, which can change hands. */
const BEGINNING = 262_144;

/** Rows are bytes at once: as many texts as a step has leaves were what the collector had most to do with. */
export class ChangeRowWriter {
  private readonly paths: string[] = [];
  private readonly places = new Map<string, number>();
  /** Of the paths, as they are written; the last ones may have none yet. */
  private readonly numbers: string[] = [];
  private bytes = Buffer.alloc(BEGINNING);
  private written = 0;
  /** Of every row, where the number of its path goes … */
  private gaps: number[] = [];
  /** … and the place of the path. */
  private pathOfRow: number[] = [];
  private readonly ends = new Map<string, ValueColumns>();

  add(streamId: bigint, event: EventToFold, changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const { position, version, recordedHigh, occurredAt } = event;
    const head = `${position}\t${streamId}\t${recordedHigh}\t${occurredAt}\t`;
    for (const { path, after } of changes) {
      const { key, rest } = this.columnsOf(after);
      this.gaps.push(this.written + head.length + key.length + 1);
      this.pathOfRow.push(this.placeOf(path));
      this.write(`${head}${key}\t${GAP}\t${version}\t${rest}\n`);
    }
  }

  /** Bytes that nobody took yet. */
  get size(): number {
    return this.written;
  }

  /** Those that have no number yet, in the order in which they were met. */
  freshPaths(): readonly string[] {
    return this.paths.slice(this.numbers.length);
  }

  /** Since the last time; their memory is the caller's. `freshIds`: the numbers of those paths, in their order. */
  rows(freshIds: readonly number[]): Uint8Array<ArrayBuffer> {
    for (const id of freshIds) this.numbers.push(String(id).padStart(GAP.length, '0'));
    for (const [row, at] of this.gaps.entries())
      this.bytes.write(this.numbers[this.pathOfRow[row] ?? -1] ?? '', at, 'latin1');
    const rows = this.bytes.subarray(0, this.written);
    this.bytes = Buffer.alloc(BEGINNING);
    this.written = 0;
    this.gaps = [];
    this.pathOfRow = [];
    return rows;
  }

  private write(text: string): void {
    if (this.written + text.length * MOST_BYTES_A_UNIT > this.bytes.length) {
      const wider = Buffer.alloc(2 * this.bytes.length + text.length * MOST_BYTES_A_UNIT);
      this.bytes.copy(wider, 0, 0, this.written);
      this.bytes = wider;
    }
    this.written += this.bytes.write(text, this.written, 'utf8');
  }

  private placeOf(path: string): number {
    const known = this.places.get(path);
    if (known !== undefined) return known;
    const place = this.paths.push(path) - 1;
    this.places.set(path, place);
    return place;
  }

  /** Of one batch many values are alike. */
  private columnsOf(value: string | null): ValueColumns {
    if (value === null) return GONE;
    const known = this.ends.get(value);
    if (known !== undefined) return known;
    const columns = columnsOf(value);
    if (value.length <= LONGEST_VALUE) this.ends.set(value, columns);
    return columns;
  }
}

interface ValueColumns {
  readonly key: string;
  /** is_cut, value, number. */
  readonly rest: string;
}

const GONE: ValueColumns = { key: NULL, rest: `f\t${NULL}\t${NULL}` };

function columnsOf(value: string): ValueColumns {
  const isCut = value.length > LONGEST_VALUE;
  const shown = isCut ? wholeUnits(value.slice(0, LONGEST_VALUE)) : value;
  return {
    key: String(valueKey(value)),
    rest: `${isCut ? 't' : 'f'}\t${shown.replaceAll('\\', '\\\\')}\t${numericText(value) ?? NULL}`,
  };
}

/** Half of a surrogate pair at the end would be no text. JSON text has no control character, and no other half. */
function wholeUnits(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last < 0xdc00 ? text.slice(0, -1) : text;
}
