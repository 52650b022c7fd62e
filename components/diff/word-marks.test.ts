import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordMarks } from './word-marks.ts';

const differing = (marks: readonly { readonly text: string; readonly differs: boolean }[]) =>
  marks.filter(({ differs }) => differs).map(({ text }) => text);

describe('wordMarks', () => {
  it('marks whole words, however many places differ', () => {
    const found = wordMarks(
      'The parcel was handed to the courier in Prague on Monday.',
      'The parcel was given to the courier in Prostějov on Monday.',
    );
    expect(differing(found?.before ?? [])).toEqual(['handed', 'Prague']);
    expect(differing(found?.after ?? [])).toEqual(['given', 'Prostějov']);
  });

  it('leaves short or unlike texts alone', () => {
    expect(wordMarks('short', 'sharp')).toBeNull();
    expect(wordMarks('a'.repeat(50), 'b'.repeat(50))).toBeNull();
  });

  it('gives both texts back', () => {
    const words = fc.array(fc.constantFrom('one', 'two', ' ', ', ', '😀', 'ěš', '"', '\u202e', '\ud800'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, words, (head, one, other) => {
        const [before, after] = [[...head, ...one].join(''), [...head, ...other].join('')];
        const found = wordMarks(before, after);
        if (found === null) return;
        expect(found.before.map(({ text }) => text).join('')).toBe(before);
        expect(found.after.map(({ text }) => text).join('')).toBe(after);
      }),
    );
  });

  it('looks at a megabyte at once', () => {
    const long = 'lorem ipsum '.repeat(90_000);
    const found = wordMarks(`${long}old ${long}`, `${long}new ${long}`);
    expect(differing(found?.after ?? [])).toEqual(['new']);
  });
});
