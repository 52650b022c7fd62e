import { describe, expect, it } from 'vitest';
import { builtInProjection, type DeclaredKey, type KeyPlaces, keyPlaces } from '#core';

function placesOf(...declared: DeclaredKey[]): KeyPlaces | null {
  const places = keyPlaces(declared);
  if (!places.ok) throw new Error(places.error.message);
  return places.value;
}

describe('declared keys', () => {
  it('are found by the steps to an array, a star standing for any', () => {
    const places = placesOf(
      ['/orders', 'id'],
      ['/orders/*/lines', 'sku'],
      ['/*/b', 'b'],
      ['/a/x', 'x'],
      ['/~1', '/'],
    );
    expect(places?.by).toBeNull();
    expect(places?.member('orders')?.by).toBe('id');
    expect(places?.member('orders')?.element?.member('lines')?.by).toBe('sku');
    expect(places?.member('orders')?.member('0')?.member('lines')?.by).toBe('sku');
    expect(places?.member('orders')?.element?.member('other') ?? null).toBeNull();
    expect(places?.member('a')?.member('b')?.by).toBe('b');
    expect(places?.member('a')?.member('x')?.by).toBe('x');
    expect(places?.member('other')?.member('b')?.by).toBe('b');
    expect(places?.member('/')?.by).toBe('/');
  });

  it('have an answer for the root, and none where nothing is declared', () => {
    expect(placesOf(['', 'id'])?.by).toBe('id');
    expect(placesOf()).toBeNull();
    expect(placesOf(['/a', 'id'], ['/a', 'id'])?.member('a')?.by).toBe('id');
  });

  it.each<[DeclaredKey[], string]>([
    [[['lines', 'sku']], 'is not a JSON Pointer'],
    [[['/~2', 'sku']], 'is not a JSON Pointer'],
    [
      [
        ['/a', 'id'],
        ['/a', 'sku'],
      ],
      'Keep one',
    ],
    [
      [
        ['/a/*/b', 'id'],
        ['/*/x/b', 'sku'],
      ],
      'Keep one',
    ],
  ])('%j is refused', (declared, words) => {
    const places = keyPlaces(declared);
    expect(places).toMatchObject({
      ok: false,
      error: { code: 'CS-146', message: expect.stringContaining(words) },
    });
  });

  it('stand in the hash of the projection, in whatever order', () => {
    const hash = (...declared: DeclaredKey[]) => builtInProjection('merge', declared).hash;
    expect(hash()).toBe('merge:1');
    expect(hash(['/a', 'id'])).toBe('merge:1+keys:[["/a","id"]]');
    expect(hash(['/b', 'id'], ['/a', 'id'])).toBe(hash(['/a', 'id'], ['/b', 'id']));
    expect(hash(['/a', 'sku'])).not.toBe(hash(['/a', 'id']));
  });
});
