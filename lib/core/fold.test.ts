import { describe, expect, it } from 'vitest';
import {
  builtInProjection,
  canonicalText,
  createUpcasters,
  EVENT_FLAGS,
  type FoldStep,
  foldStream,
  LIMITS,
  noUpcasters,
  type Projection,
  type StoredEvent,
} from '#core';
import { streamOf } from '#testing';

describe('the fold', () => {
  it('goes from state to state and says what each event changed', () => {
    const steps = fold(streamOf('{"a":1,"b":2}', '{"a":null,"c":{"d":1.10}}'));
    expect(steps.map(stateOf)).toEqual(['{"a":1,"b":2}', '{"b":2,"c":{"d":1.10}}']);
    expect(steps[1]?.changes).toEqual([
      { path: '/a', before: '1', after: null },
      { path: '/c/d', before: null, after: '1.10' },
    ]);
  });

  it('makes the entity absent when it is removed, whatever the payload, and begins anew after', () => {
    const removal = { removed: true, payload: 'not { a document' };
    const steps = fold(streamOf('{"a":1}', removal, '{"b":2}'));
    expect(steps.map(stateOf)).toEqual(['{"a":1}', 'absent', '{"b":2}']);
    expect(steps.map((step) => step.mark)).toEqual([null, null, null]);
  });

  it.each<[string, Partial<StoredEvent>]>([
    ['text', { payload: '{}', payloadFormat: 'text' }],
    ['bytes', { payload: 'e30=', payloadFormat: 'base64' }],
    ['broken JSON', { payload: '{"a":' }],
    ['a list in YAML that is none', { payload: '[1, 2', payloadFormat: 'yaml' }],
    ['a payload kept as text by the import', { payload: '"x"', flags: EVENT_FLAGS.notADocument }],
  ])('leaves the state as it was at %s, marked', (_what, event) => {
    const steps = fold(streamOf('{"a":1}', event, '{"b":2}'));
    expect(steps.map(stateOf)).toEqual(['{"a":1}', '{"a":1}', '{"a":1,"b":2}']);
    expect(steps[1]).toMatchObject({ changes: [], mark: { kind: 'notADocument' } });
  });

  it('marks an error with its words and goes on from the state before', () => {
    const steps = fold(
      streamOf('[{"op":"add","path":"","value":{"a":1}}]', '[{"op":"remove","path":"/x"}]', '[]'),
      'patch',
    );
    expect(steps.map(stateOf)).toEqual(['{"a":1}', '{"a":1}', '{"a":1}']);
    expect(steps.map((step) => step.mark?.kind)).toEqual([undefined, 'foldError', undefined]);
  });

  it('turns a projection that throws into a mark, and keeps no state beside a mark', () => {
    const projection: Projection = {
      ...builtInProjection('replace'),
      evolve: (_state, event) => {
        if (event.type === 'Thrown') throw new Error('boom');
        return {
          state: 'new',
          mark: event.type === 'Unknown' ? { kind: 'notHandled', message: 'unknown' } : null,
        };
      },
    };
    const events = streamOf({ type: 'Known' }, { type: 'Thrown', removed: false }, { type: 'Unknown' });
    const steps = [...foldStream(events, projection, noUpcasters)];
    expect(steps.map(stateOf)).toEqual(['"new"', '"new"', '"new"']);
    expect(steps[1]?.mark).toEqual({ kind: 'foldError', message: 'boom' });
    expect([...foldStream(streamOf({ type: 'Unknown' }), projection, noUpcasters)].map(stateOf)).toEqual([
      'absent',
    ]);
  });

  it('upcasts before it folds, and marks a lost literal and a failed step', () => {
    const upcasters = createUpcasters(
      [{ type: 'Changed', from: 1, upcast: (document) => ({ upcast: Object(document).was.n }) }],
      'hash',
    );
    if (!upcasters.ok) throw new Error(upcasters.error.message);
    const events = streamOf('{"was":{"n":1}}', '{"was":{"n":1.10}}', '{}', {
      schemaVersion: 2,
      payload: '{"n":1.10}',
    });
    const steps = [...foldStream(events, builtInProjection('replace'), upcasters.value)];
    expect(steps.map(stateOf)).toEqual(['{"upcast":1}', '{"upcast":1.1}', '{"upcast":1.1}', '{"n":1.10}']);
    expect(steps.map((step) => step.mark?.kind)).toEqual([undefined, 'literalLost', 'foldError', undefined]);
  });

  it('refuses a state that outgrows its bounds, and goes on from the one before', () => {
    const nesting: Projection = {
      ...builtInProjection('replace'),
      evolve: (state, { document }) => ({ state: document === 0 ? 0 : { a: state ?? 1 }, mark: null }),
    };
    const events = streamOf(...Array.from({ length: LIMITS.stateDepth + 1 }, () => '1'), '0', '1');
    const steps = [...foldStream(events, nesting, noUpcasters)];
    const marked = steps.flatMap((step, index) =>
      step.mark === null ? [] : [`${index}: ${step.mark.kind}`],
    );
    expect(marked).toEqual([`${LIMITS.stateDepth}: foldError`]);
    expect(steps.slice(-2).map(stateOf)).toEqual(['0', '{"a":0}']);
  });
});

function fold(events: readonly StoredEvent[], kind: 'merge' | 'patch' = 'merge'): FoldStep[] {
  return [...foldStream(events, builtInProjection(kind), noUpcasters)];
}

const stateOf = ({ state }: FoldStep) => (state === undefined ? 'absent' : canonicalText(state));
