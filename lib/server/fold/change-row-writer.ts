/** Changes as rows of COPY's text format, once the numbers of their paths are known. */
import type { Change, EventToFold } from '#core';
import { numericText, valueKey } from '../../store/read-models/value-key.ts';

/** Of a value in the change log; the whole of it is in the history. In UTF-16 units. */
const LONGEST_VALUE = 256;
const NULL = '\\N';

export class ChangeRowWriter {
  readonly paths: string[] = [];
  private readonly places = new Map<string, number>();
  /** Before and behind the number of the path. */
  private readonly parts: { readonly before: string; readonly path: number; readonly behind: string }[] = [];
  private readonly ends = new Map<string, ValueColumns>();

  add(streamId: bigint, event: EventToFold, changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const { position, version, recordedHigh, occurredAt } = event;
    const head = `${position}\t${streamId}\t${recordedHigh}\t${occurredAt}\t`;
    for (const { path, after } of changes) {
      const { key, rest } = this.columnsOf(after);
      this.parts.push({
        before: `${head}${key}\t`,
        path: this.placeOf(path),
        behind: `\t${version}\t${rest}\n`,
      });
    }
  }

  rows(pathIds: readonly number[]): Uint8Array {
    let text = '';
    for (const { before, path, behind } of this.parts) text += before + pathIds[path] + behind;
    return Buffer.from(text, 'utf8');
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
