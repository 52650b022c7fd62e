import { describe, expect, test } from 'vitest';
import { sharedBytes, sharedNames, sharedText } from '#testing';
import type { Result } from '../result.ts';
import { canonicalText } from './canonical-text.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { jcs } from './jcs.ts';
import { parseExact, parsePlain } from './parse.ts';
import { parseJson } from './parse-json.ts';
import { isWellFormed } from './unicode.ts';
import { type Json, setOwn } from './value.ts';

const SUITE = 'vectors/JSONTestSuite/test_parsing';
const names = sharedNames(SUITE);

const parseFile = (name: string, parse: (text: string) => Result<Json>): Result<Json> => {
  const text = decodeUtf8(sharedBytes(`${SUITE}/${name}`));
  return text.ok ? parse(text.value) : text;
};

/** What RFC 8259 leaves open, decided: numbers of any size and unpaired surrogates are data; other bytes are refused. */
const LEFT_OPEN: Readonly<Record<string, string>> = {
  'i_number_double_huge_neg_exp.json': '[123.456e-789]',
  'i_number_huge_exp.json':
    '[0.4e00669999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999969999999006]',
  'i_number_neg_int_huge_exp.json': '[-1e+9999]',
  'i_number_pos_double_huge_exp.json': '[1.5e+9999]',
  'i_number_real_neg_overflow.json': '[-123123e100000]',
  'i_number_real_pos_overflow.json': '[123123e100000]',
  'i_number_real_underflow.json': '[123e-10000000]',
  'i_number_too_big_neg_int.json': '[-123123123123123123123123123123]',
  'i_number_too_big_pos_int.json': '[100000000000000000000]',
  'i_number_very_big_negative_int.json': '[-237462374673276894279832749832423479823246327846]',
  'i_object_key_lone_2nd_surrogate.json': '{"\\udfaa":0}',
  'i_string_1st_surrogate_but_2nd_missing.json': '["\\udada"]',
  'i_string_1st_valid_surrogate_2nd_invalid.json': '["\\ud888ሴ"]',
  'i_string_UTF-16LE_with_BOM.json': 'CS-100 1:1',
  'i_string_UTF-8_invalid_sequence.json': 'CS-100 1:5',
  'i_string_UTF8_surrogate_U+D800.json': 'CS-100 1:3',
  'i_string_incomplete_surrogate_and_escape_valid.json': '["\\ud800\\n"]',
  'i_string_incomplete_surrogate_pair.json': '["\\udd1ea"]',
  'i_string_incomplete_surrogates_escape_valid.json': '["\\ud800\\ud800\\n"]',
  'i_string_invalid_lonely_surrogate.json': '["\\ud800"]',
  'i_string_invalid_surrogate.json': '["\\ud800abc"]',
  'i_string_invalid_utf-8.json': 'CS-100 1:3',
  'i_string_inverted_surrogates_U+1D11E.json': '["\\udd1e\\ud834"]',
  'i_string_iso_latin_1.json': 'CS-100 1:3',
  'i_string_lone_second_surrogate.json': '["\\udfaa"]',
  'i_string_lone_utf8_continuation_byte.json': 'CS-100 1:3',
  'i_string_not_in_unicode_range.json': 'CS-100 1:3',
  'i_string_overlong_sequence_2_bytes.json': 'CS-100 1:3',
  'i_string_overlong_sequence_6_bytes.json': 'CS-100 1:3',
  'i_string_overlong_sequence_6_bytes_null.json': 'CS-100 1:3',
  'i_string_truncated-utf-8.json': 'CS-100 1:3',
  'i_string_utf16BE_no_BOM.json': 'CS-100 1:6',
  'i_string_utf16LE_no_BOM.json': 'CS-100 1:5',
  'i_structure_500_nested_arrays.json': 'CS-102 1:65',
  'i_structure_UTF-8_BOM_empty_object.json': 'CS-101 1:1',
};

describe('JSONTestSuite', () => {
  test('is there whole: each file has a verdict, and the table names no other', () => {
    expect(names.filter((name) => !/^[yni]_.*\.json$/.test(name))).toEqual([]);
    expect(names.filter((name) => name.startsWith('i_'))).toEqual(Object.keys(LEFT_OPEN).sort());
    expect(names.length).toBeGreaterThan(300);
  });

  test.each(names.filter((name) => name.startsWith('y_')))('accepts %s and keeps its bytes', (name) => {
    const bytes = sharedBytes(`${SUITE}/${name}`);
    const text = decodeUtf8(bytes);
    if (!text.ok) throw new Error(text.error.message);
    expect([...new TextEncoder().encode(text.value)]).toEqual([...bytes]);
    const strict = parseJson(text.value);
    const fast = parseExact(text.value);
    const plain = parsePlain(text.value);
    if (!strict.ok || !fast.ok || !plain.ok) throw new Error(`refused ${name}`);
    expect(canonicalText(fast.value)).toBe(canonicalText(strict.value));
    expect(JSON.parse(canonicalText(strict.value))).toEqual(plain.value.value);
  });

  test.each(names.filter((name) => name.startsWith('n_')))('refuses %s with its place', (name) => {
    const strict = parseFile(name, parseJson);
    expect(strict).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/^CS-10[012]$/), place: expect.stringMatching(/^\d+:\d+$/) },
    });
    expect(parseFile(name, parseExact)).toEqual(strict);
    expect(parseFile(name, parsePlain as typeof parseJson)).toEqual(strict);
  });

  test.each(Object.entries(LEFT_OPEN))('%s: %s', (name, expected) => {
    const strict = parseFile(name, parseJson);
    expect(strict.ok ? canonicalText(strict.value) : `${strict.error.code} ${strict.error.place}`).toBe(
      expected,
    );
    const fast = parseFile(name, parseExact);
    expect(fast.ok ? canonicalText(fast.value) : fast).toEqual(
      strict.ok ? canonicalText(strict.value) : strict,
    );
  });
});

describe('RFC 8785 test data', () => {
  const folder = 'vectors/jcs-rfc8785/testdata';
  test.each(sharedNames(`${folder}/input`))('%s', (name) => {
    const input = parseExact(sharedText(`${folder}/input/${name}`));
    if (!input.ok) throw new Error(input.error.message);
    const form = jcs(input.value);
    if (!form.ok) throw new Error(form.error.message);
    expect(form.value).toBe(sharedText(`${folder}/output/${name}`).trimEnd());
    const hex = sharedText(`${folder}/outhex/${name.replace('.json', '.txt')}`)
      .trim()
      .split(/\s+/);
    expect(
      [...new TextEncoder().encode(form.value)].map((byte) => byte.toString(16).padStart(2, '0')),
    ).toEqual(hex);
  });
});

test('naughty strings are ordinary keys and values', () => {
  const strings = JSON.parse(sharedText('vectors/naughty-strings/blns.json')) as string[];
  expect(strings.length).toBeGreaterThan(400);
  const all: Record<string, Json> = {};
  for (const text of strings) {
    setOwn(all, text, text);
    const value = JSON.parse(`{${JSON.stringify(text)}:[${JSON.stringify(text)}]}`) as Json;
    const parsed = parseJson(canonicalText(value));
    expect(parsed).toEqual({ ok: true, value });
    expect(parsed.ok && canonicalText(parsed.value)).toBe(canonicalText(value));
    expect(jcs(value).ok).toBe(isWellFormed(text));
  }
  const parsed = parseJson(canonicalText(all));
  expect(parsed.ok && Object.keys(parsed.value as object).sort()).toEqual([...new Set(strings)].sort());
});
