/**
 * A column of instants in microseconds, written in the coarsest unit that loses nothing and as whatever is smallest: each
 * instant's distance from the one before, or from the same event's instant in another column, or as it is.
 *
 * An instant after June 2255, and the distance of two that lie far apart, is more than a double holds. Such a column is written in
 * seconds and what is left of them.
 */
import { type ByteReader, Damage } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

const AS_IT_IS = 0;
const FROM_THE_ONE_BEFORE = 1;
const FROM_THE_OTHER_COLUMN = 2;
const SECONDS_AND_REST = 3;

const UNITS = [60_000_000, 1_000_000, 1_000] as const;
const SECOND = 1_000_000n;

export function writeInstants(
  body: ByteWriter,
  instants: readonly bigint[],
  other: readonly bigint[] | null,
): void {
  const ways = [
    { way: AS_IT_IS, numbers: instants.map(Number) },
    {
      way: FROM_THE_ONE_BEFORE,
      numbers: instants.map((at, index) => Number(at - (instants[index - 1] ?? 0n))),
    },
    ...(other === null
      ? []
      : [
          {
            way: FROM_THE_OTHER_COLUMN,
            numbers: instants.map((at, index) => Number(at - (other[index] ?? 0n))),
          },
        ]),
  ];
  const written = ways
    .filter(({ numbers }) => numbers.every(Number.isSafeInteger))
    .map(({ way, numbers }) => writtenAs(way, numbers));
  const smallest = written.toSorted((one, next) => one.length - next.length)[0];
  body.raw(smallest ?? writtenInParts(instants));
}

function writtenAs(way: number, numbers: readonly number[]): Uint8Array {
  const unit = UNITS.find((candidate) => numbers.every((number) => number % candidate === 0)) ?? 1;
  const writer = new ByteWriter();
  writer.unsigned(way);
  writer.unsigned(unit);
  for (const number of numbers) writer.signed(number / unit);
  return writer.finish();
}

function writtenInParts(instants: readonly bigint[]): Uint8Array {
  const writer = new ByteWriter();
  writer.unsigned(SECONDS_AND_REST);
  for (const at of instants) {
    writer.signed(Number(at / SECOND));
    writer.signed(Number(at % SECOND));
  }
  return writer.finish();
}

export function readInstants(
  body: ByteReader,
  field: string,
  length: number,
  other: BigInt64Array | null,
): BigInt64Array {
  const way = body.unsigned(field, SECONDS_AND_REST);
  if (way === FROM_THE_OTHER_COLUMN && other === null)
    throw new Damage(field, 'is told from a column that there is not');
  if (way === SECONDS_AND_REST) return readInParts(body, field, length);
  const unit = BigInt(body.unsigned(field, UNITS[0]));
  const instants = new BigInt64Array(length);
  let before = 0n;
  for (let index = 0; index < length; index += 1) {
    const from = way === AS_IT_IS ? 0n : way === FROM_THE_ONE_BEFORE ? before : (other?.[index] ?? 0n);
    before = from + BigInt(body.signed(field)) * unit;
    demandNear(field, before);
    instants[index] = before;
  }
  return instants;
}

function readInParts(body: ByteReader, field: string, length: number): BigInt64Array {
  const instants = new BigInt64Array(length);
  for (let index = 0; index < length; index += 1) {
    const seconds = BigInt(body.signed(field));
    instants[index] = seconds * SECOND + BigInt(body.signed(field));
    demandNear(field, instants[index] ?? 0n);
  }
  return instants;
}

/** Far beyond every instant that is taken in, and well within 64 bits. */
const FAR = 2n ** 60n;

function demandNear(field: string, at: bigint): void {
  if (at > FAR || at < -FAR) throw new Damage(field, 'holds an instant that is too far away');
}
