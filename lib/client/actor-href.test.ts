import { describe, expect, it } from 'vitest';
import { parseQuery } from '#core';
import { parseSearchView } from '#wire';
import { actorEventsHref } from './actor-href.ts';

const view = { namespace: 'demo', axis: 'occurred', asOf: '@4000', zone: 'Europe/Oslo' } as const;

describe('the events of an actor', () => {
  it.each(['alice', '', 'a b', '*', '-x', 'staff:tove.lind', 'a"b\\', 'x,y', 'AND'])(
    'are found by the name %j alone',
    (actor) => {
      const url = new URL(actorEventsHref(actor, view), 'http://localhost');
      const read = parseSearchView(url.searchParams);
      expect(read).toMatchObject({ view: { ...view, sort: 'occurred' }, ignored: [] });
      expect(parseQuery(read.view.text, { now: 0n, zone: 'UTC' })).toMatchObject({
        ok: true,
        value: { query: { kind: 'name', field: 'actor', pattern: { pieces: [actor] } } },
      });
    },
  );

  it('are asked for one thing more', () => {
    const path = { kind: 'path', path: { steps: ['permissions', 'refundLimit'] } } as const;
    const url = new URL(actorEventsHref('tove', view, path), 'http://localhost');
    expect(url.searchParams.get('q')).toBe('actor:tove path:/permissions/refundLimit');
  });
});
