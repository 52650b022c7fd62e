/**
 * A column of instants in microseconds, written in the coarsest unit that loses nothing and as whatever is smallest: each
 * instant's distance from the one before, or from the same event's instant in another column, or as it is.
 */
import { type ByteReader, Damage } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

const AS_IT_IS = 0;
const FROM_THE_ONE_BEFORE = 1;
const FROM_THE_OTHER_COLUMN = 2;

const UNITS = [60_000_000, 1_000_000, 1_000] as const;

export function writeInstants(
  body: ByteWriter,
  instants: readonly number[],
  other: readonly number[] | null,
): void {
  const ways = [
    { way: AS_IT_IS, numbers: instants },
    { way: FROM_THE_ONE_BEFORE, numbers: instants.map((at, index) => at - (instants[index - 1] ?? 0)) },
    ...(other === null
      ? []
      : [{ way: FROM_THE_OTHER_COLUMN, numbers: instants.map((at, index) => at - (other[index] ?? 0)) }]),
  ];
  const written = ways
    // The difference of two instants far apart may be more than a double holds.
    .filter(({ numbers }) => numbers.every(Number.isSafeInteger))
    .map(({ way, numbers }) => writtenAs(way, numbers));
  body.raw(written.reduce((best, next) => (next.length < best.length ? next : best)));
}

function writtenAs(way: number, numbers: readonly number[]): Uint8Array {
  const unit = UNITS.find((candidate) => numbers.every((number) => number % candidate === 0)) ?? 1;
  const writer = new ByteWriter();
  writer.unsigned(way);
  writer.unsigned(unit);
  for (const number of numbers) writer.signed(number / unit);
  return writer.finish();
}

export function readInstants(
  body: ByteReader,
  field: string,
  length: number,
  other: Float64Array | null,
): Float64Array {
  const way = body.unsigned(field, other === null ? FROM_THE_ONE_BEFORE : FROM_THE_OTHER_COLUMN);
  const unit = body.unsigned(field, UNITS[0]);
  const instants = new Float64Array(length);
  let before = 0;
  for (let index = 0; index < length; index += 1) {
    const from = way === AS_IT_IS ? 0 : way === FROM_THE_ONE_BEFORE ? before : (other?.[index] ?? 0);
    before = from + body.signed(field) * unit;
    if (!Number.isSafeInteger(before)) throw new Damage(field, 'holds an instant that is too far away');
    instants[index] = before;
  }
  return instants;
}
