import { expect, test } from 'vitest';
import { sharedText } from '#testing';
import type { Json } from './json/value.ts';
import { formatPointer, parsePointer, resolvePointer } from './pointer.ts';

interface Section5 {
  readonly document: Json;
  readonly cases: readonly { readonly pointer: string; readonly expect: Json }[];
}

const section5 = JSON.parse(sharedText('vectors/rfc6901-inline/section5.json')) as Section5;

test('all twelve pointers of RFC 6901 are there', () => expect(section5.cases).toHaveLength(12));

test.each(section5.cases)('RFC 6901 section 5: $pointer', ({ pointer, expect: expected }) => {
  const steps = parsePointer(pointer);
  if (!steps.ok) throw new Error(steps.error.message);
  expect(resolvePointer(section5.document, steps.value)).toEqual(
    expected === 'WHOLE' ? section5.document : expected,
  );
  expect(formatPointer(steps.value)).toBe(pointer);
});

test('naughty strings are ordinary steps', () => {
  const strings = JSON.parse(sharedText('vectors/naughty-strings/blns.json')) as string[];
  for (const text of strings) {
    const steps = [text, '', text];
    expect(parsePointer(formatPointer(steps))).toEqual({ ok: true, value: steps });
    const document = JSON.parse(`{${JSON.stringify(text)}:{"":{${JSON.stringify(text)}:1}}}`) as Json;
    expect(resolvePointer(document, steps)).toBe(1);
  }
});
