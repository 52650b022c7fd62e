import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesQuery, parseQuery, type QueriedEvent, queryText } from '#core';
import { queryArbitrary, textArbitrary } from '#testing';
import { chosenOf, type FacetName, toggledFacet, withoutFacet } from './facet-terms.ts';

const clock = { now: 1_773_489_600_000_000n, zone: 'UTC' };

const include = (text: string, name: FacetName) => toggledFacet(text, 'actor', name, 'include', clock);
const exclude = (text: string, name: FacetName) => toggledFacet(text, 'actor', name, 'exclude', clock);
const chosen = (text: string) => chosenOf(text, 'actor', clock);

describe('a facet', () => {
  it.each([
    ['', 'a', 'actor:a'],
    ['actor:a', 'a', ''],
    ['actor:a late', 'b', 'actor:a,b late'],
    ['actor:a,b late', 'a', 'actor:b late'],
    ['actor:a actor:b', 'c', 'actor:a,b,c'],
    ['actor:An*', 'b', 'actor:An*,b'],
    ['-actor:a,b', 'a', '-actor:b actor:a'],
    ['-actor:a late', 'a', 'late actor:a'],
    ['x OR y', 'a', '(x OR y) actor:a'],
    ['actor:*', 'a', 'actor:* actor:a'],
    ['-actor:*', 'a', 'actor:a'],
    ['actor:a,b', null, '-actor:*'],
    ['-actor:*', null, ''],
    ['actor:*', null, '-actor:*'],
    ['type:A', 'Ann Lind', 'type:A actor:"Ann Lind"'],
  ])('%s with %s included is %s', (text, name, expected) => {
    expect(include(text, name)).toBe(expected);
  });

  it.each([
    ['', 'a', '-actor:a'],
    ['-actor:a late', 'b', '-actor:a,b late'],
    ['-actor:a,b', 'b', '-actor:a'],
    ['actor:a,b', 'a', 'actor:b -actor:a'],
    ['NOT actor:a', 'b', '-actor:a,b'],
    ['', null, 'actor:*'],
    ['actor:*', null, ''],
    ['actor:a', null, 'actor:a actor:*'],
  ])('%s with %s excluded is %s', (text, name, expected) => {
    expect(exclude(text, name)).toBe(expected);
  });

  it('knows what is chosen of it, and leaves patterns and other conditions alone', () => {
    expect(chosen('actor:a,An* -actor:b (actor:c OR x) type:d')).toEqual({
      included: ['a'],
      excluded: ['b'],
    });
    expect(chosen('-actor:*')).toEqual({ included: [null], excluded: [] });
    expect(withoutFacet('actor:a,An* late -actor:b (actor:c OR x)', 'actor', clock)).toBe(
      'late (actor:c OR x)',
    );
  });

  const texts = queryArbitrary().map(queryText);
  const names = fc.oneof(textArbitrary, fc.constant(null));

  it('chooses what it says, and gives it back', () => {
    fc.assert(
      fc.property(texts, names, (text, name) => {
        const before = chosen(text);
        fc.pre(!before.included.includes(name) && !before.excluded.includes(name));
        for (const [toggle, own, other] of [
          [include, 'included', 'excluded'],
          [exclude, 'excluded', 'included'],
        ] as const) {
          const once = toggle(text, name);
          expect(parseQuery(once, clock).ok).toBe(true);
          expect(chosen(once)[own]).toContain(name);
          expect(chosen(once)[other]).not.toContain(name);
          expect(chosen(toggle(once, name))[own]).not.toContain(name);
        }
      }),
    );
  });

  it('finds either of those that are included, and none that are excluded', () => {
    const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c,d', 'An*', ''), { minLength: 1 });
    fc.assert(
      fc.property(some, fc.constantFrom('a', 'b', 'c,d', 'An*', '', null), (chosenNames, actor) => {
        const either = chosenNames.reduce(include, '');
        const neither = chosenNames.reduce(exclude, '');
        const isOne = actor !== null && chosenNames.includes(actor);
        expect(finds(either, actor)).toBe(isOne);
        expect(finds(neither, actor)).toBe(!isOne);
      }),
    );
  });
});

function finds(text: string, actor: string | null): boolean {
  const parsed = parseQuery(text, clock);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return matchesQuery(parsed.value.query, eventBy(actor));
}

const eventBy = (actor: string | null): QueriedEvent => ({
  entityType: 'order',
  entityId: '1',
  type: 'A',
  actor,
  source: 'shop',
  correlationId: null,
  causationId: null,
  occurredAt: 0n,
  recordedAt: 0n,
  version: 1,
  position: 1n,
  removed: false,
  isLate: false,
  isOutOfOrder: false,
  mark: null,
  payload: undefined,
  texts: [],
  changes: [],
  was: new Map(),
  state: new Map(),
});
