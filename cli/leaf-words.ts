/**
 * Leaves as words. An array whose members are leaves of their own has the text `[]`; people would read that as an
 * empty one. That of an array which goes by key is read as its order, `[A-100, B-7]`.
 */
import { keyOrderWords, type LeafText } from '#core';

export type LeafWords = (path: string, text: string) => string;

/** How to write the value of a leaf of this state. */
export function leafWords(state: readonly LeafText[]): LeafWords {
  const parents = new Set<string>();
  for (const { path } of state) {
    for (let end = path.lastIndexOf('/'); end !== -1; end = path.lastIndexOf('/', end - 1)) {
      const parent = path.slice(0, end);
      if (parents.has(parent)) break;
      parents.add(parent);
      if (end === 0) break;
    }
  }
  return (path, text) => (text === '[]' && parents.has(path) ? '[…]' : (keyOrderWords(text) ?? text));
}

export const pathWords = (path: string): string => (path === '' ? '(whole state)' : path);
