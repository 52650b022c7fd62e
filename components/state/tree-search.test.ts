import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, markedParts, searchPattern } from './tree-search.ts';

describe('markedParts', () => {
  it('loses no character, and marks each place where the text is found', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ minLength: 1, maxLength: 2 }),
        (text, wanted) => {
          const pattern = searchPattern(wanted);
          const parts = markedParts(text, pattern);
          expect(parts.map((part) => part.text).join('')).toBe(text);
          for (const { text: part, isFound } of parts)
            expect(isFound).toBe(pattern !== null && part.length > 0 && pattern.exec(part)?.[0] === part);
        },
      ),
    );
  });

  it('takes what is searched for by its letters, whatever their case', () => {
    expect(markedParts('A.b a.B axb', searchPattern(' a.b ')).filter(({ isFound }) => isFound)).toHaveLength(
      2,
    );
    expect(searchPattern('  ')).toBeNull();
  });
});

describe('excerptOf', () => {
  it('shows of a long text what was found in it', () => {
    const text = `${'x'.repeat(100_000)}needle${'y'.repeat(1000)}`;
    expect(excerptOf(text, null)).toMatchObject({ cutBefore: false, cutAfter: true });
    expect(excerptOf(text, searchPattern('NEEDLE'))).toMatchObject({ cutBefore: true, cutAfter: true });
    expect(excerptOf(text, searchPattern('NEEDLE')).text).toContain('needle');
    expect(excerptOf('short', null)).toEqual({ text: 'short', cutBefore: false, cutAfter: false });
  });
});
