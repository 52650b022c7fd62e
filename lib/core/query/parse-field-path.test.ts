import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textArbitrary } from '#testing';
import { escapeStep } from '../pointer.ts';
import { fieldPointer, parseFieldPath } from './parse-field-path.ts';
import { pathText, payloadPathText } from './path-text.ts';

describe('a path that stands alone', () => {
  it('reads back as itself, however it is written', () => {
    const step = fc.oneof(textArbitrary.map(escapeStep), fc.constant('*'), fc.constant(null));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), (steps) => {
        expect(parseFieldPath(pathText({ steps }))).toEqual({ ok: true, value: { steps } });
        expect(parseFieldPath(payloadPathText({ steps }))).toEqual({ ok: true, value: { steps } });
      }),
    );
  });

  it.each([
    ['/a~1b/c', '/a~1b/c'],
    ['a.b', '/a/b'],
    ['"unit price".cents', '/unit price/cents'],
    ['unit price', '/unit price'],
    ['a.*', '/a.*'],
    ['', ''],
  ])('is the pointer of one field: %j', (text, pointer) => {
    expect(fieldPointer(text)).toBe(pointer);
  });

  it.each(['', '  ', '/a /b', '/a (', '-a', '"a', 'OR', '/a~2', 'a..b', '/a*'])('is not %j', (text) => {
    expect(parseFieldPath(text)).toMatchObject({ ok: false, error: { code: 'CS-150' } });
  });
});
