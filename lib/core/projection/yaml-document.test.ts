import { describe, expect, it } from 'vitest';
import { canonicalText } from '#core';
import { parseYaml } from './yaml-document.ts';

describe('a YAML payload', () => {
  it.each([
    ['---\nname: Widget\nprice: 1.10\n', '{"name":"Widget","price":1.10}'],
    ['big: 9007199254740993\nexp: 1E400', '{"big":9007199254740993,"exp":1E400}'],
    ['hex: 0x1F\nplus: +1\nhalf: .5', '{"half":0.5,"hex":31,"plus":1}'],
    ['inf: .inf\nnan: .nan', '{"inf":".inf","nan":".nan"}'],
    ['at: 2024-03-01 10:00:00.5 Z', '{"at":"2024-03-01 10:00:00.5 Z"}'],
    ['quoted: "1.10"\nyes: true\nno: ~', '{"no":null,"quoted":"1.10","yes":true}'],
    ['amount: !ruby/object:BigDecimal 18:0.1E1', '{"amount":"18:0.1E1"}'],
    ['a: &x {b: 1}\nc: *x', '{"a":{"b":1},"c":{"b":1}}'],
    ['__proto__: {x: 1}\n1: one\n"": empty', '{"":"empty","1":"one","__proto__":{"x":1}}'],
    ['a: 1\na: 2', '{"a":2}'],
    ['- &a [&c 1]\n- &c 2\n- *a\n- *c', '[[1],2,[1],2]'],
    ['- 1\n- [two]', '[1,["two"]]'],
    ['', 'null'],
    [
      `- "${'['.repeat(70)}"\n- '${'- '.repeat(70)}'\n- |-\n  ${'['.repeat(70)}`,
      `["${'['.repeat(70)}","${'- '.repeat(70)}","${'['.repeat(70)}"]`,
    ],
    [`a:\n${'  - {b: [1]}\n'.repeat(70)}`, `{"a":[${Array(70).fill('{"b":[1]}').join(',')}]}`],
  ])('%j is %s', (text, expected) => {
    const parsed = parseYaml(text);
    expect(parsed.ok ? canonicalText(parsed.value) : parsed.error).toBe(expected);
  });

  it.each([
    ['a: [1', 'CS-144', '1:6'],
    ['a: 1\n---\nb: 2', 'CS-144', '2:1'],
    ['a: *unknown', 'CS-144', undefined],
    ['&a [*a]', 'CS-102', undefined],
    ['['.repeat(1_000_000), 'CS-102', undefined],
    [`[${'{a: '.repeat(200_000)}`, 'CS-102', undefined],
    ['- '.repeat(500_000), 'CS-102', undefined],
    ['? '.repeat(500_000), 'CS-102', undefined],
    [indented(1_400), 'CS-102', undefined],
    [`${'['.repeat(65)}${']'.repeat(65)}`, 'CS-102', undefined],
    [laughs('[1,1]', (alias) => `[${`${alias},`.repeat(30)}]`), 'CS-104', undefined],
    [laughs('{a: 1}', (alias) => `[${`${alias},`.repeat(30)}]`), 'CS-103', undefined],
    [`a: ${'x'.repeat(1_048_576)}`, 'CS-104', undefined],
  ])('is refused as no payload may be: %.40j', (text, code, place) => {
    const parsed = parseYaml(text);
    expect(parsed).toMatchObject({ ok: false, error: { code } });
    if (place !== undefined) expect(parsed).toMatchObject({ error: { place } });
  });
});

/** Each line repeats the line before it thirty times. */
function laughs(first: string, next: (alias: string) => string): string {
  const lines = Array.from({ length: 6 }, (_, index) => `- &a${index + 1} ${next(`*a${index}`)}`);
  return [`- &a0 ${first}`, ...lines].join('\n');
}

function indented(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
}
