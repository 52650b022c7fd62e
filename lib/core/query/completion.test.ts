import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textArbitrary } from '#testing';
import { formatPointer } from '../pointer.ts';
import { completed } from './completed.ts';
import { completionAt } from './completion.ts';
import { parseQuery } from './parse-query.ts';
import { payloadPathText } from './path-text.ts';

const clock = { now: 1_772_000_000_000_000n, zone: 'UTC' };

/** The caret is written `|`. */
const at = (marked: string) => {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { text, caret, completion: completionAt(text, caret) };
};

const termsIn = (text: string) => {
  const parsed = parseQuery(text, clock);
  return parsed.ok ? parsed.value.terms.map(({ clause }) => clause) : parsed.error.message;
};

const names = fc.oneof(
  textArbitrary,
  fc.string({ unit: fc.constantFrom(...'a*,:;.-"\\/()=<>! ~') }),
  fc.constantFrom('AND', 'payload.a', '3', 'true'),
);

describe('what is being written', () => {
  it.each([
    ['|', { kind: 'qualifier', typed: '', from: 0, to: 0 }],
    ['ty|', { kind: 'qualifier', typed: 'ty', from: 0, to: 2 }],
    ['a -ty|pe:A', { kind: 'qualifier', typed: 'ty', from: 3, to: 8 }],
    ['a | b', { kind: 'qualifier', typed: '', from: 2, to: 2 }],
    ['a -|', { kind: 'qualifier', typed: '', from: 3, to: 3 }],
    ['(|', { kind: 'qualifier', typed: '', from: 1, to: 1 }],
    ['pay|load.a', { kind: 'qualifier', typed: 'pay', from: 0, to: 8 }],
    ['a OR|', { kind: 'none' }],
    ['"lat|e', { kind: 'none' }],
    ['foo:a|', { kind: 'none' }],
    ['type:|', { kind: 'name', field: 'type', typed: '', from: 5, to: 5 }],
    ['type:Or|der late', { kind: 'name', field: 'type', typed: 'Or', from: 5, to: 10 }],
    ['type:A,B|,C', { kind: 'name', field: 'type', typed: 'B', from: 7, to: 8 }],
    ['type:A,|', { kind: 'name', field: 'type', typed: '', from: 7, to: 7 }],
    ['actor:"Ann L| type:A', { kind: 'name', field: 'actor', typed: 'Ann L', from: 6, to: 12 }],
    ['actor:"Ann| L" x', { kind: 'name', field: 'actor', typed: 'Ann', from: 6, to: 13 }],
    ['entity:or|/1', { kind: 'name', field: 'entityType', entityType: null, typed: 'or', from: 7, to: 9 }],
    [
      'entity:order/4|',
      { kind: 'name', field: 'entityId', entityType: 'order', typed: '4', from: 13, to: 14 },
    ],
    ['entity:or*/4|', { kind: 'name', field: 'entityId', entityType: null }],
    ['entity-type:o|', { kind: 'name', field: 'entityType', typed: 'o' }],
    ['path:/st|', { kind: 'path', field: 'path', typed: '/st', from: 5, to: 8 }],
    ['set:/st|', { kind: 'path', field: 'set', typed: '/st' }],
    [
      'set:/status=o|',
      { kind: 'value', field: 'set', path: { steps: ['status'] }, typed: 'o', from: 12, to: 13 },
    ],
    ['payload.|', { kind: 'path', field: 'payload', typed: '', from: 8, to: 8 }],
    ['payload.items.*.s|', { kind: 'path', field: 'payload', typed: 'items.*.s' }],
    [
      'payload.a>=1,|',
      { kind: 'value', field: 'payload', path: { steps: ['a'] }, typed: '', from: 13, to: 13 },
    ],
    ['payload.a>|=1', { kind: 'none' }],
    ['state:/a|=1', { kind: 'path', field: 'state', typed: '/a', from: 6, to: 8 }],
    ['occurred:2|', { kind: 'time', axis: 'occurred', typed: '2', from: 9, to: 10 }],
    ['recorded:>=2|', { kind: 'time', axis: 'recorded', typed: '2', from: 11, to: 12 }],
    ['occurred:2h..|', { kind: 'time', axis: 'occurred', typed: '', from: 13, to: 13 }],
    ['occurred:2|h..now', { kind: 'time', typed: '2', from: 9, to: 11 }],
    ['occurred:2h..<n|', { kind: 'time', typed: 'n', from: 14, to: 15 }],
    ['is:l|', { kind: 'is', typed: 'l', from: 3, to: 4 }],
    ['version:5|', { kind: 'none' }],
  ])('%s', (marked, expected) => {
    expect(at(marked).completion).toMatchObject(expected);
  });

  it('is somewhere in every text', () => {
    fc.assert(
      fc.property(fc.oneof(names, fc.string()), fc.nat(20), (text, place) => {
        const caret = Math.min(place, text.length);
        const { from, to, typed } = completionAt(text, caret);
        expect(from).toBeLessThanOrEqual(to);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(text.length);
        expect(typed.length).toBeLessThanOrEqual(caret);
      }),
    );
  });
});

describe('what is chosen', () => {
  it.each([
    ['late ty| x', 'type', 'late type:| x'],
    ['pay|', 'payload', 'payload.|'],
    ['actor:an|', 'Ann L', 'actor:"Ann L"|'],
    ['type:A,B|,C', 'Bee', 'type:A,Bee|,C'],
    ['entity:o|', 'a/b', 'entity:"a/b"|'],
    ['set:/st|', '/status', 'set:/status|'],
    ['payload.it|', 'items.*.sku', 'payload.items.*.sku|'],
    ['payload.it|', '/"a b"', 'payload./"a b"|'],
    ['payload.a>5|', '17', 'payload.a>17|'],
    ['payload.a=|', 'x,y', 'payload.a="x,y"|'],
    ['occurred:2h..|', '2026-03-01 10:00', 'occurred:2h.."2026-03-01 10:00"|'],
    ['is:o|', 'out-of-order', 'is:out-of-order|'],
    ['version:5|', '6', 'version:5|'],
  ])('%s, %s', (marked, choice, expected) => {
    const { text, completion } = at(marked);
    const done = completed(text, completion, choice);
    expect(`${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`).toBe(expected);
  });

  it('reads back as itself', () => {
    const steps = fc.array(names, { maxLength: 3 });
    fc.assert(
      fc.property(names, steps, (name, path) => {
        const take = (marked: string, choice: string) => {
          const { text, completion } = at(marked);
          return termsIn(completed(text, completion, choice).text);
        };
        const pattern = { pieces: [name] };
        const place = { steps: path.map((step) => formatPointer([step]).slice(1)) };
        const before = { kind: 'text', text: 'x', isPrefix: false };
        expect(take('x actor:a|b', name)).toEqual([before, { kind: 'name', field: 'actor', pattern }]);
        expect(take('x entity:o|', name)).toEqual([before, { kind: 'entity', type: pattern, id: null }]);
        expect(take('entity:o/|', name)).toEqual([{ kind: 'entity', type: { pieces: ['o'] }, id: pattern }]);
        expect(take('path:/a|', formatPointer(path))).toEqual([{ kind: 'path', path: place }]);
        expect(take('payload.a|', payloadPathText(place))).toMatchObject([{ kind: 'payload', path: place }]);
        expect(take('set:/a|=1', formatPointer(path))).toMatchObject([{ kind: 'set', path: place }]);
        expect(take('set:/a=|', name)).toMatchObject([{ kind: 'set', op: '=', value: { text: name } }]);
      }),
      { numRuns: 500 },
    );
  });
});
