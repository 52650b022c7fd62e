import { describe, expect, it } from 'vitest';
import { LruCache } from './lru-cache.ts';

describe('the bounded cache', () => {
  it('lets the least recently used go first', () => {
    const cache = new LruCache<string>(2);
    cache.set('a', 'A', 1);
    cache.set('b', 'B', 1);
    expect(cache.get('a')).toBe('A');
    cache.set('c', 'C', 1);
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('a')).toBe('A');
    expect(cache.get('c')).toBe('C');
  });

  it('does not keep what is heavier than all it may hold, and forgets the lighter value it stood for', () => {
    const cache = new LruCache<string>(10);
    cache.set('a', 'small', 1);
    cache.set('a', 'huge', 11);
    expect(cache.get('a')).toBeUndefined();
  });

  it('weighs a replaced value once', () => {
    const cache = new LruCache<string>(10);
    cache.set('a', 'first', 9);
    cache.set('a', 'second', 9);
    cache.set('b', 'B', 1);
    expect(cache.get('a')).toBe('second');
    expect(cache.get('b')).toBe('B');
  });
});
