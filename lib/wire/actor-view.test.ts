import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActorView,
  actorPath,
  DEFAULT_ACTOR_VIEW,
  parseActorView,
  writeActorView,
} from './actor-view.ts';
import { decodeId } from './entity-address.ts';

const views: fc.Arbitrary<ActorView> = fc.record({
  namespace: fc.string({ unit: 'grapheme', minLength: 1 }),
  axis: fc.constantFrom('recorded' as const, 'occurred' as const),
  asOf: fc.constantFrom(null, '2026-03-14T12:00:00Z', '@812', '2h ago'),
  after: fc.constantFrom(null, '1773500000000000.812', '-5.1'),
  zone: fc.constantFrom(null, 'local', 'Europe/Berlin'),
});

describe('the URL of an actor', () => {
  it('comes back as it was written, whatever the name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), views, (actor, view) => {
        const url = new URL(actorPath(actor, view), 'http://localhost');
        const [, room, segment = '', ...more] = url.pathname.split('/');
        expect([room, decodeId(segment), more]).toEqual(['actors', actor, []]);
        expect(parseActorView(url.searchParams)).toEqual({ view, ignored: [] });
      }),
    );
  });

  it('leaves out what is usual', () => {
    expect(writeActorView(DEFAULT_ACTOR_VIEW).toString()).toBe('');
    expect(actorPath('a/b')).toBe('/actors/a%2Fb');
    expect(actorPath('..', { axis: 'occurred' })).toBe('/actors/~..?axis=occurred&v=1');
  });

  it('names what it could not read', () => {
    const { view, ignored } = parseActorView(new URLSearchParams('axis=up&after=812&tz=Atlantis&v=9'));
    expect(view).toEqual(DEFAULT_ACTOR_VIEW);
    expect(ignored).toEqual(['v=9', 'axis=up', 'after=812', 'tz=Atlantis']);
  });
});
