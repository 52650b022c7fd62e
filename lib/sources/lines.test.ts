import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBlank, type Line, splitLines } from './lines.ts';

const LIMIT = 1 << 20;

describe('splitLines', () => {
  test('law: the lines are those of a naive split, however the bytes are cut', async () => {
    const piece = fc.constantFrom('a', 'é', '𝔸', '\n', '\r\n', '\n\n', ' ', '"', 'line');
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), async (whole, sizes) => {
        const naive = whole.split('\n').map((line) => line.replace(/\r$/, ''));
        if (whole === '' || whole.endsWith('\n')) naive.pop();
        const lines = await collect(cut(Buffer.from(whole), sizes), LIMIT);
        expect(lines.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(naive);
        expect(lines.map(({ number }) => number)).toEqual(naive.map((_line, index) => index + 1));
      }),
      { numRuns: 300 },
    );
  });

  test('law: bytes that are no text come back as they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 80 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
        async (bytes, sizes) => {
          // A first byte that is neither a mark's nor a line end keeps the law free of exceptions.
          const whole = Buffer.from([0x41, ...bytes.map((byte) => (byte === 0x0d ? 0x0b : byte))]);
          const lines = await collect(cut(whole, sizes), LIMIT);
          const joined = Buffer.from(lines.flatMap(({ bytes: line }) => [...line, 0x0a]));
          expect(joined.subarray(0, whole.length)).toEqual(whole);
        },
      ),
    );
  });

  test('a byte-order mark goes from the first line only', async () => {
    const lines = await collect([Buffer.from('\ufeffa\n\ufeffb')], LIMIT);
    expect(lines.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['a', '\ufeffb']);
  });

  test('a line over the limit is measured and let go, and the next one is read', async () => {
    const long = 'x'.repeat(50);
    const lines = await collect(cut(Buffer.from(`${long}\nshort\n`), [7]), 20);
    expect(lines.map(({ number, length, bytes }) => [number, length, bytes.length])).toEqual([
      [1, 50, 0],
      [2, 5, 5],
    ]);
  });

  test('space alone is blank, text and bytes are not', () => {
    expect(isBlank(Buffer.from(' \t\r'))).toBe(true);
    expect(isBlank(Buffer.from(''))).toBe(true);
    expect(isBlank(Buffer.from(' 1'))).toBe(false);
    expect(isBlank(gzipSync(''))).toBe(false);
  });
});

async function collect(chunks: Iterable<Uint8Array>, limit: number): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of splitLines(asyncOf(chunks), limit)) lines.push(line);
  return lines;
}

async function* asyncOf(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

function* cut(whole: Uint8Array, sizes: Iterable<number>): Generator<Uint8Array> {
  const iterator = sizes[Symbol.iterator]();
  let size = 1;
  for (let from = 0; from < whole.length; from += size) {
    size = iterator.next().value ?? size;
    yield whole.subarray(from, from + size);
  }
}
