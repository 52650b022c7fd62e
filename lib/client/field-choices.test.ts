import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesHolding, type FieldChoice, fieldChoices, readField } from './field-choices.ts';
import { NO_LABELS } from './wording/labels.ts';
import { wordingOf } from './wording/wording.ts';

const PATHS = [
  '/customer',
  '/customer/address',
  '/lines/0/sku',
  '/lines/~=A-100/quantity',
  '/total',
  '/total/amount',
];
const LABELS = { ...NO_LABELS, label: 'Order', fields: [['/total/amount', 'Order total']] } as const;
const auditor = fieldChoices(PATHS, wordingOf('auditor', LABELS));
const developer = fieldChoices(PATHS, wordingOf('developer', LABELS));

const messageOf = (typed: string, choices: readonly FieldChoice[] = auditor, isAll = true): string => {
  const read = readField(typed, choices, isAll);
  return read.ok ? `taken: ${read.value}` : read.error.message;
};

describe('readField', () => {
  it.each([
    ['/customer/address', '/customer/address'],
    ['customer.address', '/customer/address'],
    ['Customer > Address', '/customer/address'],
    ['customer › address', '/customer/address'],
    ['Order total', '/total/amount'],
    ['order  TOTAL ', '/total/amount'],
    ['lines[0].sku', '/lines/0/sku'],
    ['lines.A-100.quantity', '/lines/~=A-100/quantity'],
    ['total', '/total'],
  ])('takes %s', (typed, path) => {
    expect(readField(typed, auditor, true)).toEqual({ ok: true, value: path });
  });

  it('takes the points of a developer too', () => {
    expect(readField('lines.0.sku', developer, true)).toEqual({ ok: true, value: '/lines/0/sku' });
  });

  it('says in words what is wrong, and what to do', () => {
    expect(messageOf('custmer')).toBe(
      'No event changed a field that is called “custmer”. Choose one from the list.',
    );
    expect(messageOf('/nope')).toBe('No event changed /nope. Choose a field from the list.');
    expect(messageOf('/a~2')).toMatch(/~0 is ~ itself/);
    const twice = [
      { path: '/a', name: 'Name' },
      { path: '/b', name: 'Name' },
    ];
    expect(messageOf('name', twice)).toBe('“name” is the name of 2 fields. Choose one from the list.');
  });

  it('takes any path where not every field is on offer, and no name that is not', () => {
    expect(messageOf('/nope', auditor, false)).toBe('taken: /nope');
    expect(messageOf('nope', auditor, false)).toMatch(/Write its path/);
  });

  it('takes the path of whatever is on offer, in either face', () => {
    fc.assert(
      fc.property(fc.constantFrom(...auditor, ...developer), ({ path }) => {
        expect(readField(path, auditor, true)).toEqual({ ok: true, value: path });
      }),
    );
  });
});

describe('choicesHolding', () => {
  it('finds by words of the name and of the path, in any order', () => {
    const found = (typed: string) => choicesHolding(auditor, typed).map(({ path }) => path);
    expect(found('order tot')).toEqual(['/total/amount']);
    expect(found('address customer')).toEqual(['/customer/address']);
    expect(found('lines.sku')).toEqual(['/lines/0/sku']);
    expect(found('')).toEqual(PATHS);
  });
});
