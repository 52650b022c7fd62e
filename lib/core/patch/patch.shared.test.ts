import { describe, expect, test } from 'vitest';
import { sharedText } from '#testing';
import { canonicalText } from '../json/canonical-text.ts';
import { parseExact } from '../json/parse.ts';
import { getOwn, isJsonArray, isJsonObject, type Json, type JsonObject } from '../json/value.ts';
import { jsonPatchBetween } from './between.ts';
import { applyPatch } from './json-patch.ts';
import { applyMergePatch } from './merge-patch.ts';

/** The cases of a file, read by our own parser so that literals such as `1e0` stay what they are. */
function casesOf(path: string): JsonObject[] {
  const file = parseExact(sharedText(path));
  if (!file.ok || !isJsonArray(file.value)) throw new Error(`no cases in ${path}`);
  return file.value.filter(isJsonObject);
}

const member = (from: JsonObject, key: string): Json => {
  const value = getOwn(from, key);
  if (value === undefined) throw new Error(`the case has no ${key}`);
  return value;
};

const named = (path: string) =>
  casesOf(path).map((item, index) => ({ name: `${index} ${String(getOwn(item, 'comment') ?? '')}`, item }));

describe.each([
  ['tests.json', 95],
  ['spec_tests.json', 17],
])('JSON Patch %s', (file, count) => {
  const cases = named(`vectors/json-patch-rfc6902/${file}`);

  test('is there whole', () => expect(cases).toHaveLength(count));

  test.each(cases.filter(({ item }) => getOwn(item, 'disabled') !== true))('$name', ({ item }) => {
    const document = member(item, 'doc');
    const was = canonicalText(document);
    const result = applyPatch(document, member(item, 'patch'));
    expect(canonicalText(document)).toBe(was);
    const expected = getOwn(item, 'expected');
    if (expected === undefined) {
      expect(getOwn(item, 'error')).toBeTypeOf('string');
      expect(result.ok).toBe(false);
      return;
    }
    expect(result.ok && result.value !== undefined && canonicalText(result.value)).toBe(
      canonicalText(expected),
    );
    const found = applyPatch(document, jsonPatchBetween(document, expected));
    expect(found.ok && found.value !== undefined && canonicalText(found.value)).toBe(canonicalText(expected));
  });
});

describe('RFC 7396 appendix A', () => {
  const cases = casesOf('vectors/rfc7396-inline/appendix-a.json');

  test('is there whole', () => expect(cases).toHaveLength(15));

  test.each(cases.map((item) => ({ item, name: canonicalText(item) })))('$name', ({ item }) => {
    const target = member(item, 'original');
    const was = canonicalText(target);
    const merged = applyMergePatch(target, member(item, 'patch'));
    expect(canonicalText(merged)).toBe(canonicalText(member(item, 'result')));
    expect(canonicalText(target)).toBe(was);
  });
});
