/** Two documents compared by core. */
import { changesBetween, checkedPlaces, type Json, jsonPatchBetween, parseExact } from '#core';
import { answering, timed } from '../answering.ts';
import { DOCUMENT_KEYS } from '../documents.ts';

const BOUNDS = { bytes: 16_777_216, depth: 64, keys: 1_000_000 };
const KEYS = checkedPlaces(DOCUMENT_KEYS);
type Way = 'changes' | 'patch';

let documents: readonly [Json, Json] = [null, null];

answering({
  documents: ({ before, after, way }: { before: string; after: string; way: Way }) => {
    documents = [parsed(before), parsed(after)];
    return diff(way).length;
  },
  diff: async ({ times, way }: { times: number; way: Way }) => {
    const taken: number[] = [];
    for (let time = 0; time < times; time += 1) taken.push((await timed(() => diff(way))).ms);
    return taken;
  },
});

function diff(way: Way): readonly unknown[] {
  return way === 'changes' ? changesBetween(...documents, KEYS) : jsonPatchBetween(...documents, KEYS);
}

function parsed(text: string): Json {
  const json = parseExact(text, BOUNDS);
  if (!json.ok) throw new Error(json.error.message);
  return json.value;
}
