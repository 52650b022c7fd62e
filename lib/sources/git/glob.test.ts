import { expect, test } from 'vitest';
import { matchesGlob } from './glob.ts';

test.each([
  ['package.json', 'package.json', true],
  ['package.json', 'a/package.json', false],
  ['packagexjson', 'package.json', false],
  ['*.json', 'a.json', true],
  ['*.json', 'a/b.json', false],
  ['**/*.json', 'b.json', true],
  ['**/*.json', 'a/b/c.json', true],
  ['a/**', 'a/b/c.json', true],
  ['a/**', 'ab/c.json', false],
  ['a/**/c.json', 'a/c.json', true],
  ['?.json', 'ab.json', false],
  ['[a-c].json', 'b.json', true],
  ['[!a-c].json', 'b.json', false],
  ['(x)+$.json', '(x)+$.json', true],
  ['*.json', 'new\nline.json', true],
])('%s on %s: %s', (glob, path, expected) => {
  expect(matchesGlob(glob, path)).toBe(expected);
});
