import { describe, expect, it } from 'vitest';
import { NOW } from '#wire';
import { actorGroup } from './actor-group.ts';

const demo = { namespace: 'demo', time: NOW };

describe('the actors in the palette', () => {
  it('lead to all that each of them did', () => {
    const { title, rows } = actorGroup('li', { names: ['a/lind'], isMore: false }, demo);
    expect(title).toBe('Actors in demo');
    expect(rows).toMatchObject([{ text: 'a/lind', at: [2, 3], href: '/actors/a%2Flind?ns=demo&v=1' }]);
  });

  it('as far as the app stands', () => {
    const time = { asOf: '@812', axis: 'occurred', zone: 'Asia/Kolkata' } as const;
    const { rows } = actorGroup('li', { names: ['lind'], isMore: false }, { ...demo, time });
    expect(rows[0]?.href).toBe('/actors/lind?ns=demo&asof=%40812&axis=occurred&tz=Asia%2FKolkata&v=1');
  });

  it('are few, and that there are more is said', () => {
    const { title, rows } = actorGroup(
      '',
      { names: [...'abcdef'], isMore: false },
      { ...demo, namespace: 'main' },
    );
    expect(rows).toHaveLength(5);
    expect(title).toContain('the first 5 of more');
  });
});
