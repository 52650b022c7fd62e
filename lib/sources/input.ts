/**
 * A file or standard input as bytes, unpacked when it begins like gzip (whatever it is called), with the digest and the
 * count of the bytes that were read.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { fail, ok, type Result } from '#core';

export interface Input {
  /** As the user named it; `-` is standard input. */
  readonly label: string;
  /** Base name without `.gz`, or `stdin`. */
  readonly name: string;
  /** Where to read; null: standard input itself. */
  readonly file: string | null;
  /** Bytes on disk, or null where nobody knows before the end. */
  readonly size: number | null;
}

/** Errors: CS-210 where the path is not a file that can be opened. */
export async function findInput(label: string): Promise<Result<Input>> {
  if (label === '-') return ok({ label, name: 'stdin', file: null, size: null });
  const name = path.basename(label).replace(/\.gz$/, '');
  try {
    const found = await stat(label);
    if (found.isDirectory()) return fail('CS-210', 'it is a folder; name the files in it', label);
    return ok({ label, name, file: label, size: found.isFile() ? found.size : null });
  } catch (error) {
    return fail('CS-210', `it cannot be read (${messageOf(error)})`, label);
  }
}

/** Counts and digests what goes through, over all inputs of one import. */
export class ReadMeter {
  bytes = 0;
  private readonly hash = createHash('sha256');

  count(chunk: Uint8Array): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
  }

  /** SHA-256 of all bytes as they were stored, hex. Ends the metering. */
  digest(): string {
    return this.hash.digest('hex');
  }
}

/** The unpacked bytes. Throws what the file system or gzip throws, after all bytes that could be read. */
export async function* readInput(input: Input, meter: ReadMeter): AsyncGenerator<Uint8Array> {
  const stored =
    input.file === null ? process.stdin : createReadStream(input.file, { highWaterMark: 1 << 18 });
  try {
    yield* unpacked(metered(stored, meter));
  } finally {
    // A caller that has seen enough does not wait for a pipe that stays open.
    stored.destroy();
  }
}

async function* unpacked(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const head = await headOf(chunks);
  const all = Readable.from(withHead(head, chunks), { objectMode: false });
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* all;
    return;
  }
  // The callback is needed so that an error ends the pipeline; iterating the last stream is what throws it.
  yield* pipeline(all, createGunzip(), () => {});
}

async function* metered(stored: AsyncIterable<Uint8Array>, meter: ReadMeter): AsyncGenerator<Uint8Array> {
  for await (const chunk of stored) {
    meter.count(chunk);
    yield chunk;
  }
}

/** At least two bytes, where there are two: a pipe may give the first one alone. */
async function headOf(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* withHead(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
