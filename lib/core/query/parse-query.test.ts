import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';
import { queryText } from './query-text.ts';

const clock = { now: 1_772_000_000_000_000n, zone: 'Europe/Berlin' };

const canonical = (text: string) => {
  const parsed = parseQuery(text, clock);
  return parsed.ok ? queryText(parsed.value.query) : parsed.error.message;
};

const refusal = (text: string) => {
  const parsed = parseQuery(text, clock);
  if (parsed.ok) throw new Error(`${text} reads.`);
  return parsed.error;
};

describe('a query is read', () => {
  it('as the tree that it is', () => {
    const parsed = parseQuery('type:A,B* -(entity:order/4711 OR "late delivery") version:>5', clock);
    expect(parsed.ok && parsed.value.query).toEqual({
      kind: 'and',
      of: [
        {
          kind: 'or',
          of: [
            { kind: 'name', field: 'type', pattern: { pieces: ['A'] } },
            { kind: 'name', field: 'type', pattern: { pieces: ['B', ''] } },
          ],
        },
        {
          kind: 'not',
          of: {
            kind: 'or',
            of: [
              { kind: 'entity', type: { pieces: ['order'] }, id: { pieces: ['4711'] } },
              { kind: 'text', text: 'late delivery', isPrefix: false },
            ],
          },
        },
        { kind: 'version', from: 6n, to: null },
      ],
    });
  });

  it('with the place of every term', () => {
    const text = ' type:A,B  NOT late (actor:"Ann L")';
    const parsed = parseQuery(text, clock);
    const terms = parsed.ok ? parsed.value.terms : [];
    expect(terms.map(({ start, end }) => text.slice(start, end))).toEqual([
      'type:A,B',
      'NOT late',
      'actor:"Ann L"',
    ]);
    expect(terms.map(({ isNegated }) => isNegated)).toEqual([false, true, false]);
    expect(terms.map(({ isTopLevel }) => isTopLevel)).toEqual([true, true, false]);
    const either = parseQuery('a OR b', clock);
    expect(either.ok && either.value.terms.some(({ isTopLevel }) => isTopLevel)).toBe(false);
  });

  it.each([
    ['', ''],
    ['a b', 'a b'],
    ['a AND b', 'a b'],
    ['a OR b c', 'a OR b c'],
    ['(a OR b) c', '(a OR b) c'],
    ['NOT a', '-a'],
    ['NOT (a b)', '-(a b)'],
    ['and or not', 'and or not'],
    ['"AND"', '"AND"'],
    ['type:A OR type:B', 'type:A,B'],
    ['O-1003', '"O-1003"'],
    ['O-10*', '"O-10"*'],
    ['ship*', 'ship*'],
    ['type:Order*', 'type:Order*'],
    ['type:Order\\*', 'type:"Order*"'],
    ['type:"Order*"', 'type:"Order*"'],
    ['type:a**b', 'type:a*b'],
    ['actor:DOMAIN\\user', 'actor:"DOMAIN\\\\user"'],
    ['actor:"say \\"hi\\""', 'actor:"say \\"hi\\""'],
    ['actor:""', 'actor:""'],
    ['entity:order', 'entity:order'],
    ['entity:session/*', 'entity:session/*'],
    ['entity:"a/b"/c/d', 'entity:"a/b"/c/d'],
    ['path:total.amount', 'path:/total/amount'],
    ['path:"a.b".c', 'path:/a.b/c'],
    ['path:/items/*/sku', 'path:/items/*/sku'],
    ['path:/items/"*"', 'path:/items/"*"'],
    ['path:""', 'path:""'],
    ['set:/lines/~=A-100/qty>=3', 'set:/lines/~=A-100/qty>=3'],
    ['was:/status=open,closed', 'was:/status=open,closed'],
    ['payload.amount>100', 'payload.amount>100'],
    ['payload./a~1b/c="x"', 'payload./a~1b/c=x'],
    ['payload."a/b".c', 'payload./a~1b/c'],
    ['payload.zip="012"', 'payload.zip=012'],
    ['payload.zip="12"', 'payload.zip="12"'],
    ['payload.note', 'payload.note'],
    ['payload.items.*.sku!=A*', 'payload.items.*.sku!=A*'],
    ['state:status="null"', 'state:/status="null"'],
    ['version:5', 'version:5'],
    ['version:5..9', 'version:5..9'],
    ['version:5..<9', 'version:5..8'],
    ['position:..9', 'position:<=9'],
    ['position:<9', 'position:<=8'],
    ['is:out-of-order,late', 'is:out-of-order,late'],
    ['is:fold-error,inexact', 'is:fold-error,inexact'],
    ['a\u00a0b', 'a b'],
  ])('%s is written %s', (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });
});

describe('what is no query is refused with what to write instead', () => {
  it.each([
    ['typ:A', 'type:A', 0, 3],
    ['a Actor:B', 'a actor:B', 2, 7],
    ['di:4711', 'id:4711', 0, 2],
    ['user:ann', 'actor:ann', 0, 4],
    ['by:ann', 'actor:ann', 0, 2],
    ['changed:/total', 'path:/total', 0, 7],
    ['field:/total', 'path:/total', 0, 5],
    ['kind:Shipped', 'type:Shipped', 0, 4],
    ['when:2026-03', 'recorded:2026-03', 0, 4],
    ['before:2026-03-14', 'recorded:<2026-03-14', 0, 6],
    ['until:2026-03-14', 'recorded:<=2026-03-14', 0, 5],
    ['after:2026-03-14', 'recorded:>2026-03-14', 0, 5],
    ['since:2026-03-14', 'recorded:>=2026-03-14', 0, 5],
    ['occured:2h', 'occurred:2h', 0, 7],
    ['http://x', '"http://x"', 0, 4],
    ['12:30', '"12:30"', 0, 2],
    ['type: Shipped', 'type:Shipped', 0, 5],
    ['type=Shipped', 'type:Shipped', 0, 12],
    ['version>5', 'version:>5', 0, 9],
    ['amount>100', 'payload.amount>100', 0, 10],
    ['payload:amount>100', 'payload.amount>100', 0, 7],
    ['payload.amount:100', 'payload.amount=100', 8, 18],
    ['payload.amount:>100', 'payload.amount>100', 8, 19],
    ['set:/status:open', 'set:/status=open', 4, 16],
    ['set:/status', 'path:/status', 4, 11],
    ['entity:order/', 'entity:order', 7, 13],
    ['is:out', 'is:out-of-order', 3, 6],
    ['is:fail', 'is:failed', 3, 7],
    ['version:9..5', 'version:5..9', 8, 12],
    ['a "b c', 'a "b c"', 2, 6],
    ['(a (b', '(a (b))', 3, 4],
    ['a)', 'a', 1, 2],
    ['a () b', 'a  b', 2, 4],
    ['a(b)', 'a (b)', 1, 2],
    ['a OR', 'a ', 2, 4],
    ['OR a', ' a', 0, 2],
    ['a OR OR b', 'a OR  b', 5, 7],
    ['a - b', 'a -b', 2, 3],
    ['--a', null, 0, 2],
    ['a*b', null, 0, 3],
    ['*', null, 0, 1],
    ['type:a,,b', null, 6, 8],
    ['payload.a>b*', null, 10, 12],
    ['payload./lines/~=A/qty', null, 8, 22],
    ['path:/a~b', null, 6, 9],
    ['path:a..b', null, 5, 9],
    ['version:x', null, 8, 9],
    ['version:<0', null, 8, 10],
    ['position:9223372036854775808', null, 9, 28],
    ['position:>9223372036854775807', null, 9, 29],
    ['occurred:soon', null, 9, 13],
  ])('%s', (text, suggestion, at, end) => {
    const error = refusal(text);
    expect(error).toMatchObject({ code: 'CS-150', suggestion, at, end });
    expect(error.place).toBe(String(at));
  });

  it('tells how to say a text that has a colon in it', () => {
    expect(refusal('see http://x').message).toBe(
      'There is no qualifier "http:". Text with a colon in it stands in quotes: "http://x".',
    );
  });
});

describe('a query has bounds', () => {
  it('of characters', () => {
    expect(parseQuery('a'.repeat(4_096), clock).ok).toBe(true);
    expect(refusal('a'.repeat(4_097))).toMatchObject({ code: 'CS-151', at: 4_096, end: 4_097 });
  });

  it('of characters in what it suggests too', () => {
    expect(refusal(`"${'a'.repeat(4_095)}`)).toMatchObject({ code: 'CS-150', suggestion: null });
  });

  it('of terms, each value being one', () => {
    expect(parseQuery('a '.repeat(100), clock).ok).toBe(true);
    expect(parseQuery(`type:${Array(100).fill('a').join(',')}`, clock).ok).toBe(true);
    expect(refusal(`type:${Array(100).fill('a').join(',')} b`)).toMatchObject({ code: 'CS-151', at: 205 });
  });

  it('of parentheses in each other', () => {
    expect(parseQuery(`${'('.repeat(32)}a${')'.repeat(32)}`, clock).ok).toBe(true);
    expect(refusal(`${'('.repeat(33)}a${')'.repeat(33)}`)).toMatchObject({ code: 'CS-151', at: 32, end: 33 });
  });
});
