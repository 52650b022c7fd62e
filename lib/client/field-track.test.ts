import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildHistory, builtInProjection, noUpcasters } from '#core';
import { storedEvent, streamArbitrary } from '#testing';
import { FIELD_KINDS, fieldTrack, fieldValues, joinTracks, placeInTrack } from './field-track.ts';

const historyOf = (...payloads: readonly string[]) =>
  buildHistory(
    payloads.map((payload, index) =>
      storedEvent({ version: index + 1, position: BigInt(index + 1), payload }),
    ),
    builtInProjection('replace'),
    noUpcasters,
    'recorded',
  );

const kindsOf = (path: string, ...payloads: readonly string[]) => {
  const history = historyOf(...payloads);
  return Array.from(fieldTrack(history, path, 1, history.length).kinds, (kind) => FIELD_KINDS[kind]);
};

describe('fieldTrack', () => {
  it('names what a field became with each change, also where it went, came back or became an object', () => {
    expect(
      kindsOf(
        '/a',
        '{"a":1}',
        '{"a":"x"}',
        '{}',
        '{"b":1}',
        '{"a":null}',
        '{"a":{"x":1}}',
        '{"a":{"x":2}}',
        '{"a":[{}]}',
      ),
    ).toEqual(['number', 'text', 'absent', 'null', 'inside', 'inside', 'list']);
    expect(kindsOf('/never', '{"a":1}')).toEqual([]);
  });

  it('draws the nearest double and keeps the text exact', () => {
    const history = historyOf('{"n":9007199254740993}', '{"n":1E400}', '{"n":1.10}');
    expect(Array.from(fieldTrack(history, '/n', 1, 3).numbers)).toEqual([9007199254740992, Number.NaN, 1.1]);
    expect(fieldValues(history, '/n', 2, 3).map(({ before, after }) => [before?.text, after?.text])).toEqual([
      ['9007199254740993', '1E400'],
      ['1E400', '1.10'],
    ]);
  });

  it('gives an object whole, and says where all of it went and came back', () => {
    const payloads = ['{"o":{"x":1}}', '{"o":{"x":2,"l":[{"y":1.10}]}}', '{}', '{"o":{"x":3}}', '{"o":4}'];
    const history = historyOf(...payloads);
    const values = fieldValues(history, '/o', 1, 5);
    expect(values.map(({ before, after }) => [before?.text ?? null, after?.text ?? null])).toEqual([
      [null, '{"x":1}'],
      ['{"x":1}', '{"l":[{"y":1.10}],"x":2}'],
      ['{"l":[{"y":1.10}],"x":2}', null],
      [null, '{"x":3}'],
      ['{"x":3}', '4'],
    ]);
    const kinds = ['inside', 'inside', 'absent', 'inside', 'number'];
    expect(values.map(({ kind }) => kind)).toEqual(kinds);
    expect(kindsOf('/o', ...payloads)).toEqual(kinds);
    expect(fieldValues(history, '/o', 2, 2)).toEqual(values.slice(1, 2));
  });

  it('says where an object is too large to compose for a list', () => {
    const members = Array.from({ length: 8_000 }, (_, index) => `"${`${index}`.padStart(90, '-')}":0`).join();
    const history = historyOf(...[1, 2, 3].map((z) => `{"o":{${members},"z":${z}}}`));
    const values = fieldValues(history, '/o', 1, 3);
    expect(values.map(({ composed, after }) => [composed, after?.text.length])).toEqual([
      [true, 2_000],
      [true, 2_000],
      [false, undefined],
    ]);
  });

  it('counts what changed inside an object', () => {
    const history = historyOf('{"o":{"x":1,"y":1}}', '{"o":{"x":2,"z":3}}');
    expect(fieldValues(history, '/o', 1, 2).map(({ inside }) => inside)).toEqual([
      { added: 2, changed: 0, removed: 0 },
      { added: 1, changed: 1, removed: 1 },
    ]);
  });

  it('cuts a long text and says how long it is', () => {
    const history = historyOf(JSON.stringify({ s: 'x'.repeat(100_000) }));
    const after = fieldValues(history, '/s', 1, 1)[0]?.after;
    expect(after?.length).toBe(100_002);
    expect(after?.text.length).toBeLessThan(5_000);
  });

  it('is the same whole or joined from stretches', () => {
    const cases = streamArbitrary('merge')
      .filter((events) => events.length > 1)
      .chain((events) => fc.tuple(fc.constant(events), fc.integer({ min: 1, max: events.length - 1 })));
    fc.assert(
      fc.property(cases, ([events, end]) => {
        const history = buildHistory(events, builtInProjection('merge'), noUpcasters, 'recorded');
        const paths = events.flatMap((_, index) => history.changesOf(index + 1).map(({ path }) => path));
        for (const path of new Set(['', ...paths])) {
          const whole = fieldTrack(history, path, 1, events.length);
          const parts = [
            fieldTrack(history, path, 1, end),
            fieldTrack(history, path, end + 1, events.length),
          ];
          expect(joinTracks(parts)).toEqual(whole);
          for (const ordinal of [0, ...whole.ordinals])
            expect(placeInTrack(whole, ordinal)).toBe(whole.ordinals.indexOf(ordinal));
        }
      }),
      { numRuns: 50 },
    );
  });
});
