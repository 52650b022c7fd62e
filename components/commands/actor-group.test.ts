import { describe, expect, it } from 'vitest';
import { actorGroup } from './actor-group.ts';

describe('the actors in the palette', () => {
  it('lead to all that each of them did', () => {
    const { title, rows } = actorGroup('li', { names: ['a/lind'], isMore: false }, 'demo');
    expect(title).toBe('Actors in demo');
    expect(rows).toMatchObject([{ text: 'a/lind', at: [2, 3], href: '/actors/a%2Flind?ns=demo&v=1' }]);
  });

  it('are few, and that there are more is said', () => {
    const { title, rows } = actorGroup('', { names: [...'abcdef'], isMore: false }, 'main');
    expect(rows).toHaveLength(5);
    expect(title).toContain('the first 5 of more');
  });
});
