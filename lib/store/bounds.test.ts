import { describe, expect, it } from 'vitest';
import type { NewEvent } from '#core';
import { newEvent } from '../testing/new-event.ts';
import { boundsProblem } from './bounds.ts';
import { OWN_SOURCE } from './limits.ts';

const codeOf = (parts: Partial<NewEvent>, namespace = 'main') =>
  boundsProblem(namespace, { event: newEvent(parts) })?.code;

describe('what fits', () => {
  it.each<[string, Partial<NewEvent>]>([
    ['an ordinary event', {}],
    ['512 bytes of id', { entityId: 'é'.repeat(256) }],
    ['a mebibyte of payload', { payload: 'x'.repeat(1_048_576) }],
    ['escapes of what text may not hold', { payload: '{"a":"\\u0000","b":"\\ud800"}' }],
    ['empty ids', { entityType: '', entityId: '', type: '', eventId: '', actor: '' }],
    ['pairs of surrogates', { actor: '👩‍🚀' }],
    ['the first instant', { occurredAt: BigInt(Date.UTC(1685, 0)) * 1000n }],
    ["the product's own types from its own source", { type: '$note', source: OWN_SOURCE }],
  ])('%s', (_, parts) => expect(codeOf(parts)).toBeUndefined());
});

describe('what does not fit is named', () => {
  it.each<[string, Partial<NewEvent>, string]>([
    ['a payload over a mebibyte', { payload: 'x'.repeat(1_048_577) }, 'CS-310'],
    ['a payload over a mebibyte in bytes alone', { payload: 'é'.repeat(524_289) }, 'CS-310'],
    ['metadata over a mebibyte', { metadata: 'x'.repeat(1_048_577) }, 'CS-310'],
    ['513 bytes of id', { entityId: `${'é'.repeat(256)}x` }, 'CS-311'],
    ['a long actor', { actor: 'x'.repeat(513) }, 'CS-311'],
    [
      'a long role of a link',
      { links: [{ entityType: 'a', entityId: 'b', role: 'x'.repeat(513) }] },
      'CS-311',
    ],
    ['a long source reference', { sourceRef: 'x'.repeat(4_609) }, 'CS-311'],
    ['U+0000 in an id', { entityId: 'a\0b' }, 'CS-312'],
    ['U+0000 in a payload', { payload: '\0' }, 'CS-312'],
    ['an unpaired surrogate', { type: 'a\ud800' }, 'CS-312'],
    ["a type that is the product's own", { type: '$note' }, 'CS-313'],
    ["an entity type that is the product's own", { entityType: '$notes' }, 'CS-318'],
    ['an instant too early', { occurredAt: BigInt(Date.UTC(1685, 0)) * 1000n - 1n }, 'CS-315'],
    ['an instant too late', { recordedAt: BigInt(Date.UTC(2256, 0)) * 1000n }, 'CS-315'],
    ['half a schema version', { schemaVersion: 1.5 }, 'CS-316'],
    ['a schema version over 32 bits', { schemaVersion: 2 ** 31 }, 'CS-316'],
    [
      'a thousand and one links',
      { links: Array(1_001).fill({ entityType: 'a', entityId: 'b', role: '' }) },
      'CS-317',
    ],
  ])('%s', (_, parts, code) => expect(codeOf(parts)).toBe(code));

  it("the product's own source, where it comes from elsewhere and brings no commitment", () => {
    const event = newEvent({ source: OWN_SOURCE, type: '$NoteAdded', entityType: '$notes' });
    expect(boundsProblem('main', { event })).toBeNull();
    expect(boundsProblem('main', { event }, true)?.code).toBe('CS-318');
  });

  it('a namespace of 513 bytes', () => expect(codeOf({}, 'x'.repeat(513))).toBe('CS-311'));

  it.each([
    'entityType',
    'entityId',
    'type',
    'actor',
    'source',
    'eventId',
    'correlationId',
    'causationId',
    'sourceRef',
    'sourcePosition',
    'sourceVersion',
    'occurredText',
    'recordedText',
    'payload',
    'metadata',
  ] as const)('U+0000 in %s, by that name', (field) => {
    const problem = boundsProblem('main', { event: newEvent({ [field]: 'a\0' }) });
    expect(problem?.message).toContain(field);
  });
});
