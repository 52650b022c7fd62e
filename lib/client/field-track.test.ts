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
