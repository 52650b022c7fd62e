import { describe, expect, it } from 'vitest';
import { actorCounts } from './actor-counts.ts';

describe('actorCounts', () => {
  it.each([
    [[], ''],
    [['alice'], 'by alice'],
    [['alice', 'alice'], 'all by alice'],
    [['bob', 'alice', 'alice', null], '2 by alice, 1 by bob and 1 by nobody named'],
    [['a', 'a', 'b', 'c', 'd', 'e', 'f', 'g'], '2 by a, 1 by b, 1 by c, 1 by d, 1 by e and 2 by 2 more'],
  ])('%j: %s', (actors, words) => expect(actorCounts(actors)).toBe(words));
});
