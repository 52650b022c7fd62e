import { describe, expect, it } from 'vitest';
import { builtInProjection, canonicalText, foldStream, noUpcasters } from '#core';
import { streamOf } from '#testing';

describe('the kind row', () => {
  it.each([
    ['Debezium', ['c', 'after'], ['u', 'after'], ['d', 'after'], 'op'],
    ['supa_audit', ['INSERT', 'record'], ['UPDATE', 'record'], ['DELETE', 'record'], 'op'],
    ['Bemi', ['CREATE', 'after'], ['UPDATE', 'after'], ['DELETE', 'after'], 'operation'],
    ['Maxwell', ['insert', 'data'], ['update', 'data'], ['delete', 'data'], 'type'],
    ['django-simple-history', ['+', 'after'], ['~', 'after'], ['-', 'after'], 'op'],
  ])('reads rows as %s writes them', (_source, made, changed, gone, name) => {
    const row = ([op, image = '']: string[], value: unknown) =>
      JSON.stringify({ [name]: op, [image]: value });
    expect(states(row(made, { a: 1, b: 2 }), row(changed, { a: 3 }), row(gone, null), row(made, {}))).toEqual(
      ['{"a":1,"b":2}', '{"a":3}', 'absent', '{}'],
    );
  });

  it('reads operations written as numbers, as Envers does', () => {
    expect(states('{"op":0,"after":{"a":1}}', '{"op":1,"after":{"a":2}}', '{"op":2}')).toEqual([
      '{"a":1}',
      '{"a":2}',
      'absent',
    ]);
  });

  it('takes what Debezium left out as unchanged from the state', () => {
    const unsent = '"__debezium_unavailable_value"';
    expect(
      states('{"op":"c","after":{"t":"long","n":1}}', `{"op":"u","after":{"t":${unsent},"n":2}}`)[1],
    ).toBe('{"n":2,"t":"long"}');
    expect(states(`{"op":"u","after":{"t":${unsent}}}`)).toEqual([`{"t":${unsent}}`]);
  });

  it('keeps the state at what says nothing of the row', () => {
    const steps = fold('{"op":"c","after":{"a":1}}', '{"op":"m"}', '{"op":"z"}', '{}', '{"op":"u"}', '[]');
    expect(steps.map((step) => step.mark?.kind ?? 'none')).toEqual([
      'none',
      'none',
      'notHandled',
      'notHandled',
      'foldError',
      'foldError',
    ]);
    expect(steps.map((step) => canonicalText(step.state ?? 'absent'))).toEqual(Array(6).fill('{"a":1}'));
    expect(steps[2]?.mark?.message).toContain('the operation z');
  });
});

const fold = (...payloads: string[]) => [
  ...foldStream(streamOf(...payloads), builtInProjection('row'), noUpcasters),
];

const states = (...payloads: string[]) =>
  fold(...payloads).map(({ state }) => (state === undefined ? 'absent' : canonicalText(state)));
