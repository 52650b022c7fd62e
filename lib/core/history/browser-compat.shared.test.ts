/** Deep documents of a real history, every version of them, through segments that close often. */
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  buildSegments,
  builtInProjection,
  decodeSegment,
  type History,
  historyOf,
  jsonOfLeaves,
  jsonPatchBetween,
  noUpcasters,
  stateText,
} from '#core';
import { sharedBytes, streamOf } from '#testing';

const LIMITS = { events: 16, size: 1_048_576 };

describe('browser-compat', () => {
  const documents = new Map<string, unknown[]>();
  for (const line of linesOf('data/browser-compat/versions.ndjson.gz')) {
    const { entity, content } = JSON.parse(line);
    documents.set(entity, [...(documents.get(entity) ?? []), content]);
  }
  const histories = [...documents].map(([entity, versions]) => ({ entity, versions }));

  it('has 40 documents in 2,971 versions', () => {
    expect(histories.length).toBe(40);
    expect(histories.reduce((sum, { versions }) => sum + versions.length, 0)).toBe(2_971);
  });

  it.each(histories)('gives every version of $entity back', ({ versions }) => {
    const history = historyThroughSegments(versions);
    for (const [index, document] of versions.entries())
      expect(JSON.parse(stateText(history.stateAt(index + 1)) ?? '')).toEqual(document);
  });

  it.each(histories)('compares versions of $entity that are far apart', ({ versions }) => {
    const history = historyThroughSegments(versions);
    for (let from = 1; from <= versions.length; from += 7) {
      const to = ((from * 31) % versions.length) + 1;
      const leaves = new Map(history.stateAt(from).map(({ path, text }) => [path, text]));
      for (const { path, before, after } of history.diff(from, to)) {
        expect(leaves.get(path) ?? null).toBe(before);
        if (after === null) leaves.delete(path);
        else leaves.set(path, after);
      }
      expect(leaves).toEqual(new Map(history.stateAt(to).map(({ path, text }) => [path, text])));
      const sides = [from, to].map((ordinal) => jsonOfLeaves(history.stateAt(ordinal)) ?? null);
      expect(jsonPatchBetween(sides[0] ?? null, sides[1] ?? null).length > 0).toBe(
        history.diff(from, to).length > 0,
      );
    }
  });
});

function historyThroughSegments(versions: readonly unknown[]): History {
  const events = streamOf(...versions.map((document) => JSON.stringify(document)));
  const options = { axis: 'recorded', limits: LIMITS } as const;
  const built = [...buildSegments(events, builtInProjection('replace'), noUpcasters, options)];
  expect(built.length).toBe(Math.ceil(versions.length / LIMITS.events));
  return historyOf(
    built.map(({ bytes }) => {
      const segment = decodeSegment(bytes);
      if (!segment.ok) throw new Error(segment.error.message);
      return segment.value;
    }),
  );
}

function linesOf(path: string): readonly string[] {
  return gunzipSync(sharedBytes(path)).toString('utf8').trimEnd().split('\n');
}
