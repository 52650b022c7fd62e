import fc from 'fast-check';
import { expect, it } from 'vitest';
import { prettyJson } from './pretty-json.ts';

it('lays out like JSON.stringify where that loses nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = JSON.stringify(value);
      expect(prettyJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
    }),
  );
});

it('keeps literals, duplicate keys and escapes as written', () => {
  expect(prettyJson('{"a":1.10,"a":9007199254740993, "s":"x\\u0000\\"{,"}')).toBe(
    '{\n  "a": 1.10,\n  "a": 9007199254740993,\n  "s": "x\\u0000\\"{,"\n}',
  );
});

it('does not fail on text that is not JSON', () => {
  expect(prettyJson('not json }')).toBe('notjson\n}');
  expect(prettyJson('"open')).toBe('"open');
});
