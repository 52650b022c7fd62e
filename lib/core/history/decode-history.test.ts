import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildHistory, builtInProjection, decodeHistory, encodeHistory, noUpcasters } from '#core';
import { streamArbitrary, streamOf } from '#testing';
import { checksum } from './checksum.ts';

describe('an encoded history', () => {
  it('is refused when any one character is altered, added or lost', () => {
    fc.assert(
      fc.property(
        streamArbitrary('merge', 4),
        fc.nat(),
        fc.constantFrom('0', '1', '"', ',', 'x'),
        (events, at, other) => {
          const text = encoded(events);
          const place = at % text.length;
          fc.pre(text[place] !== other);
          for (const kept of [0, 1]) {
            const altered = text.slice(0, place) + other + text.slice(place + 1 - kept);
            expect(decodeHistory(altered)).toMatchObject({ ok: false });
          }
          expect(decodeHistory(text.slice(0, place) + text.slice(place + 1))).toMatchObject({ ok: false });
          expect(decodeHistory(text.slice(0, place))).toMatchObject({ ok: false });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of another format is refused by its number', () => {
    const other = encoded(STREAM).replace('"format":1', '"format":2');
    expect(decodeHistory(other)).toMatchObject({ ok: false, error: { code: 'CS-130' } });
    for (const text of ['', '{}', 'null', '{"format":1}']) {
      expect(decodeHistory(text)).toMatchObject({ ok: false, error: { code: 'CS-131' } });
    }
  });

  it.each<[string, unknown]>([
    ['axis', 'sideways'],
    ['projection', { kind: 'magic', hash: '', name: '' }],
    ['projection', null],
    ['versions', [1, 0, 1]],
    ['versions', [0, 1, 1]],
    ['versions', [1, 1]],
    ['positions', [1, 1, 1.5]],
    ['positions', [1, 1, '99999999999999999999']],
    ['typeIds', [0, 0, 1]],
    ['types', []],
    ['types', [1]],
    ['actorIds', [0, 0, 1]],
    ['schemaVersions', [1, 1, 2 ** 40]],
    ['occurredAt', [1, 1, null]],
    ['highLead', [9_000_000, 0, 0]],
    ['recordedLag', [0, 0]],
    ['flags', [0, 0, -1]],
    ['removed', [0, 0, 2]],
    ['marks', [[4, 'foldError', 'x']]],
    ['marks', [[1, 'invented', 'x']]],
    ['marks', [[1, 'foldError']]],
    [
      'marks',
      [
        [1, 'foldError', 'x'],
        [1, 'foldError', 'y'],
      ],
    ],
    ['paths', ['/b', '/a']],
    ['paths', ['/a', '/a']],
    ['paths', ['a', 'b']],
    ['paths', ['/a']],
    ['texts', ['1', '1', '3']],
    ['counts', [3, 1]],
    ['counts', [0, 3]],
    ['counts', [2, 0]],
    ['ordinals', [1, 3, 1]],
    ['ordinals', [1, 0, 1]],
    ['ordinals', [1, 1, 1, 1]],
    ['values', [1, 2, 4]],
    ['values', [1, 1, 3]],
    ['values', [0, 2, 3]],
    ['values', [1, 2, -1]],
  ])('that contradicts itself is refused, though its checksum fits: %s = %j', (field, value) => {
    const body: Record<string, unknown> = JSON.parse(encoded(STREAM)).history;
    expect(decodeHistory(sealed(body))).toMatchObject({ ok: true });
    expect(decodeHistory(sealed({ ...body, [field]: value }))).toMatchObject({
      ok: false,
      error: { code: 'CS-132' },
    });
    const { [field]: _left, ...without } = body;
    expect(decodeHistory(sealed(without))).toMatchObject({ ok: false, error: { code: 'CS-132' } });
  });

  it('survives instants whose differences no double holds', () => {
    const [first, second] = [-8_993_462_400_000_001n, 8_993_462_400_000_001n];
    const events = streamOf(
      { recordedAt: first, recordedHigh: first },
      { recordedAt: second, occurredAt: first },
    );
    const history = decodeHistory(
      encoded(events.map((event) => ({ ...event, recordedHigh: event.recordedAt }))),
    );
    expect(history.ok && history.value.event(2).recordedAt).toBe(second);
    expect(history.ok && history.value.event(2).occurredAt).toBe(first);
  });
});

/** Paths /a and /b, texts 1, 2, 3; no actor, no mark. */
const STREAM = streamOf('{"a":1}', '{"a":2}', '{"b":3}');

const encoded = (events: Parameters<typeof buildHistory>[0]) =>
  encodeHistory(buildHistory(events, builtInProjection('merge'), noUpcasters, 'recorded'));

function sealed(body: object): string {
  const text = JSON.stringify(body);
  return `{"format":1,"check":"${checksum(text)}","history":${text}}`;
}
