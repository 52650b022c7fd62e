import { expect, it } from 'vitest';
import { fail, ok } from '#core';
import type { ChangeFolding, ChangeSink } from '#store';
import { markingWhatIsTooMuch } from './too-much.ts';

const OUT_OF_MEMORY = 'CS-521';
const STREAM = {
  ...{ id: 7n, namespace: 'main', entityType: 'basket', registered: null },
  ...{ events: 1, position: 3n, version: 2, leaves: '["/a","1"]' },
} as const;
const noLines = async function* () {};

function sinkInto(written: string[]): ChangeSink {
  return {
    pathIds: async (paths) => paths.map((_, nth) => nth),
    write: async (rows) => void written.push(Buffer.from(rows).toString()),
  };
}

/** Hands out two slices of rows before it ends as told. */
const slicesThen =
  (end: Awaited<ReturnType<ChangeFolding>>): ChangeFolding =>
  async (_streams, _lines, sink) => {
    await sink.write(Buffer.from('one\n'));
    await sink.write(Buffer.from('two\n'));
    return end;
  };

it('of an event that is too much nothing is written, also where its fold had handed out rows before', async () => {
  const written: string[] = [];
  const fold = markingWhatIsTooMuch(slicesThen(fail(OUT_OF_MEMORY, 'too large')));
  const folded = await fold([STREAM], noLines, sinkInto(written));
  expect(written).toEqual([]);
  expect(folded).toEqual(
    ok({
      days: [],
      states: [{ streamId: 7n, version: 2, leaves: STREAM.leaves }],
      marks: [{ position: 3n, streamId: 7n, version: 2, kind: 'foldError', message: 'too large' }],
    }),
  );
});

it('writes all rows, in their order, of one that is not', async () => {
  const written: string[] = [];
  const folded = ok({ days: [], states: [], marks: [] });
  expect(await markingWhatIsTooMuch(slicesThen(folded))([STREAM], noLines, sinkInto(written))).toEqual(
    folded,
  );
  expect(written).toEqual(['one\n', 'two\n']);
});
