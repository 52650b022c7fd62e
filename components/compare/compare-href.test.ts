import { describe, expect, it } from 'vitest';
import { parseQuery } from '#core';
import { type CompareView, parseCompareView, parseSearchView, parseView } from '#wire';
import { changersHref, comparedFileHref, compareHref, differenceHref } from './compare-href.ts';

const view: CompareView = {
  namespace: 'demo',
  from: '2026-03-01T00:00:00Z',
  to: null,
  became: 'changed',
  entityType: 'staff',
  after: { entityType: 'staff', entityId: 'a' },
  asOf: null,
  axis: 'recorded',
  zone: 'Europe/Berlin',
};

const queryOf = (href: string): URLSearchParams => new URL(href, 'http://localhost').searchParams;

describe('the ways from two moments', () => {
  it('lead to the first page of the list again, whatever else is asked for', () => {
    expect(parseCompareView(queryOf(compareHref(view, { became: null }))).view).toEqual({
      ...view,
      became: null,
      after: null,
    });
  });

  it('lead to both states of an entity, side by side', () => {
    const entity = {
      entityType: 'staff',
      entityId: 'a/b',
      became: 'vanished',
      fields: 1,
      events: 2,
    } as const;
    const href = differenceHref(view, { ...entity, versionBefore: 3, versionAfter: 5 });
    expect(href).toMatch(/^\/entities\/staff\/a%2Fb\?/);
    expect(parseView(queryOf(href))).toMatchObject({
      view: {
        namespace: 'demo',
        at: '5',
        a: '3',
        b: '5',
        pane: 'split',
        axis: 'recorded',
        zone: 'Europe/Berlin',
      },
      ignored: [],
    });
  });

  it.each([
    ['2026-03-01T00:00:00Z', null, 'path:/a recorded:>=2026-03-01T00:00:00.000001Z'],
    [
      '2026-03-02T00:00:00Z',
      '2026-03-01T00:00:00Z',
      'path:/a recorded:2026-03-01T00:00:00.000001Z..<2026-03-02T00:00:00.000001Z',
    ],
    ['latest', '@7', 'path:/a position:>=8'],
    ['@7', '@9', 'path:/a position:8..9'],
    ['@9', '2026-03-02T00:00:00Z', 'path:/a'],
    ['@9', '@9', 'path:/a'],
  ])('lead from %s and %s to the events between that changed a field', (from, to, text) => {
    const { text: asked } = parseSearchView(queryOf(changersHref({ ...view, from, to }, '/a'))).view;
    const clock = { now: 0n, zone: 'UTC' };
    expect(parseQuery(asked, clock)).toMatchObject({ ok: true });
    expect(asked).toBe(text);
  });

  it('take the time of the app along where it is the later moment', () => {
    const then = { ...view, from: '@7', to: '@9', asOf: '@9' };
    expect(queryOf(changersHref(then, '/a')).get('asof')).toBe('@9');
    expect(queryOf(changersHref({ ...then, to: '@12' }, '/a')).get('asof')).toBeNull();
    expect(queryOf(changersHref({ ...then, from: '@12' }, '/a')).get('asof')).toBeNull();
    const happened = queryOf(changersHref({ ...then, axis: 'occurred' }, '/a'));
    expect([happened.get('asof'), happened.get('axis')]).toEqual([null, 'occurred']);
  });

  it('ask for odd fields in words that can be read', () => {
    for (const path of ['', '/a b', '/~=A-100/q', '/*']) {
      const { text } = parseSearchView(queryOf(changersHref(view, path))).view;
      const read = parseQuery(text, { now: 0n, zone: 'UTC' });
      expect(read.ok && read.value.terms[0]?.clause).toEqual({
        kind: 'path',
        path: { steps: path === '' ? [] : path.slice(1).split('/') },
      });
    }
  });

  it('lead to a file of all of it', () => {
    expect(comparedFileHref(view, 'csv')).toBe(
      '/api/v1/compare/export?from=2026-03-01T00%3A00%3A00Z&to=latest&format=csv&ns=demo',
    );
  });
});
