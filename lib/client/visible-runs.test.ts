import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleRuns, visibleString } from './visible-runs.ts';

describe('visible text', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['evil\u202Egnp.exe', 'evil⟨U+202E⟩gnp.exe'],
    ['a\u0000b\tc\n', 'a⟨NUL⟩b⟨TAB⟩c⟨LF⟩'],
    ['half \uD83D pair', 'half ⟨U+D83D⟩ pair'],
    ['no\u200Bwidth\uFEFF', 'no⟨U+200B⟩width⟨U+FEFF⟩'],
    ['tag\u{E0041}', 'tag⟨U+E0041⟩'],
    ['a\u200Db', 'a⟨U+200D⟩b'],
  ])('%j shows as %s', (text, shown) => {
    expect(visibleString(text)).toBe(shown);
  });

  it('leaves what can be seen alone', () => {
    for (const text of [
      '👩\u200D🚀',
      '👩🏽\u200D🚀',
      '❤️\u200D🔥',
      'Łukasz Dvořák',
      'नमस्ते',
      'שלום',
      'e\u0301',
    ]) {
      expect(visibleString(text)).toBe(text);
    }
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          visibleRuns(text)
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
