import { expect, test } from 'vitest';
import { leafWords } from './leaf-words.ts';

const leaf = (path: string, text: string) => ({ path, text });

test('an array with members of its own is told from an empty one', () => {
  const words = leafWords([leaf('/a', '[]'), leaf('/a-b', '[]'), leaf('/a/0/sku', '"X"'), leaf('/c', '[]')]);
  expect(words('/a', '[]')).toBe('[…]');
  expect(words('/a-b', '[]')).toBe('[]');
  expect(words('/c', '[]')).toBe('[]');
  expect(words('/c', '[1,2]')).toBe('[1,2]');
});

test('an array that goes by key is told by its order', () => {
  const order = '{"by":"sku","keys":["B",1.10]}';
  expect(leafWords([leaf('/a', order), leaf('/a/~=B/sku', '"B"')])('/a', order)).toBe('[B, 1.10]');
});

test('the whole state may be such an array, and arrays may be in arrays', () => {
  const words = leafWords([leaf('', '[]'), leaf('/0', '[]'), leaf('/0/0/x', '1'), leaf('/1', '[]')]);
  expect([words('', '[]'), words('/0', '[]'), words('/1', '[]')]).toEqual(['[…]', '[…]', '[]']);
});
