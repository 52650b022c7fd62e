import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completed, completionAt, parseQuery } from '#core';
import { type AskedNames, choicesAt, namesAskedFor } from './choices.ts';

/** 2026-03-14 12:00 UTC */
const clock = { now: 1_773_489_600_000_000n, zone: 'Europe/Stockholm' };

const offered = (text: string, names: readonly string[] = []) =>
  choicesAt(completionAt(text, text.length), names, clock);
const values = (text: string, names?: readonly string[]) => offered(text, names).map(({ value }) => value);
const asked = (text: string) => namesAskedFor(completionAt(text, text.length));

describe('what is offered', () => {
  it('are the qualifiers that begin so, with what they find', () => {
    expect(offered('late ac')).toEqual([{ value: 'actor', text: 'actor:', note: 'by this actor' }]);
    expect(values('pay')).toEqual(['payload']);
    expect(values('late E')).toEqual(['entity', 'entity-type']);
    expect(values('')).toHaveLength(17);
    expect(values('')).not.toContain('state');
    expect(values('late')).toEqual([]);
  });

  it('are the names of the store that hold what is written by now, in either case', () => {
    expect(values('actor:to', ['tove', 'staff:Tove', 'anna'])).toEqual(['tove', 'staff:Tove']);
    expect(values('path:lines.0', ['/lines/0/sku', '/status'])).toEqual(['/lines/0/sku']);
    expect(offered('actor:', [''])).toEqual([{ value: '', text: '""', note: '' }]);
  });

  it('are places of payloads, whichever way they are begun, and values', () => {
    const places = ['items.*.sku', '/"unit price"', 'note'];
    expect(values('payload.items.*', places)).toEqual(['items.*.sku']);
    expect(values('payload./items/*/s', places)).toEqual(['items.*.sku']);
    expect(values('payload./"unit', places)).toEqual(['/"unit price"']);
    expect(values('payload.', places)).toEqual(places);
    expect(values('payload./"a\\"', ['/"a\\"b"', 'ab'])).toEqual(['/"a\\"b"']);
    expect(values('path:/"a\\"', ['/a"b', '/ab'])).toEqual(['/a"b']);
    expect(values('set:/status=O', ['open', 'sent', 'reopened'])).toEqual(['open', 'reopened']);
    expect(offered('payload.note=', [''])).toEqual([{ value: '', text: '""', note: '' }]);
  });

  it('is what an event can be', () => {
    expect(values('is:')).toEqual([
      ...['removed', 'late', 'out-of-order', 'inexact', 'fold-error', 'not-handled', 'not-a-document'],
      ...['number-rounded', 'goes-by-index', 'failed'],
    ]);
    expect(offered('is:in')).toEqual([
      { value: 'inexact', text: 'inexact', note: 'not applied exactly, in whatever way' },
    ]);
  });

  it('are times, with where they begin on the clock of the zone', () => {
    expect(offered('occurred:tod')).toEqual([
      { value: 'today', text: 'today', note: 'This day from: 2026-03-14 00:00:00 +01:00' },
    ]);
    expect(values('recorded:7d..')).toContain('yesterday');
    expect(values('occurred:')).toContain('2026-03');
    expect(values('occurred:2026-0')).toEqual(Array.from({ length: 9 }, (_none, nth) => `2026-0${nth + 1}`));
    expect(offered('occurred:>=3')[1]).toEqual({
      value: '3h',
      text: '3h',
      note: '3 hours ago: 2026-03-14 10:00:00 +01:00',
    });
  });

  it('reads, whatever time is chosen', () => {
    const beginnings = fc.constantFrom('', 't', 'n', '2', '12', '2025', '2026-', '2026-1', '7d', '999');
    fc.assert(
      fc.property(beginnings, fc.constantFrom('occurred:', 'recorded:>='), (typed, before) => {
        const text = before + typed;
        const completion = completionAt(text, text.length);
        for (const { value } of choicesAt(completion, [], clock)) {
          const whole = completed(text, completion, value).text;
          expect(parseQuery(whole, clock).ok, whole).toBe(true);
        }
      }),
    );
  });
});

describe('what the store is asked for', () => {
  it.each<[string, AskedNames | null]>([
    ['type:Or', { of: 'type', starts: 'Or' }],
    ['-actor:"to', { of: 'actor', starts: 'to' }],
    ['entity:or', { of: 'entityType', starts: 'or' }],
    ['entity:order/O-', { of: 'id', entityType: 'order', starts: 'O-' }],
    ['id:O', { of: 'id', entityType: null, starts: 'O' }],
    ['path:', { of: 'path', starts: '' }],
    ['was:/st', { of: 'path', starts: '/st' }],
    ['set:lines.0', { of: 'path', starts: '/lines/0' }],
    ['payload.am', { of: 'payloadPath', starts: '/am' }],
    ['payload.items.*.s', { of: 'payloadPath', starts: '/items/*/s' }],
    ['set:/status=o', { of: 'value', path: '/status', starts: 'o' }],
    ['was:lines.*.sku!="A', { of: 'value', path: '/lines/*/sku', starts: 'A' }],
    ['state:/status=', { of: 'value', path: '/status', starts: '' }],
    ['-payload.items.*.sku=A,B', { of: 'payloadValue', path: '/items/*/sku', starts: 'B' }],
    ['correlation:c', { of: 'correlation', starts: 'c' }],
    ['-causation:', { of: 'causation', starts: '' }],
    ['la', null],
  ])('%s', (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });
});

describe('what is offered of entities', () => {
  const ofEntities = (text: string, names: readonly string[] = []) =>
    choicesAt(completionAt(text, text.length), names, clock, 'entities').map(({ value }) => value);

  it('is what a list of them can be asked, states first', () => {
    expect(ofEntities('')[0]).toBe('state');
    for (const name of ofEntities(''))
      expect(['type', 'actor', 'path', 'set', 'payload']).not.toContain(name);
    expect(ofEntities('is:')).toEqual(['removed']);
  });

  it('are the fields of states and their values', () => {
    expect(asked('state:/st')).toEqual({ of: 'path', starts: '/st' });
    expect(ofEntities('state:/st', ['/status', '/total'])).toEqual(['/status']);
    expect(asked('state:/status=o')).toEqual({ of: 'value', path: '/status', starts: 'o' });
    expect(ofEntities('state:/status=o', ['open', 'sent'])).toEqual(['open']);
  });
});
