import { describe, expect, it } from 'vitest';
import { type SentenceQuestion, sentenceOf, sentenceText } from './sentence.ts';
import { valueText } from './value-words.ts';
import { NO_LABELS } from './wording/labels.ts';
import { wordingOf } from './wording/wording.ts';

const ask = (question: Partial<SentenceQuestion>) =>
  sentenceText(
    sentenceOf({
      event: { type: 'OrderShipped', actor: 'alice', removed: false, mark: null },
      changes: [],
      existed: true,
      ...question,
    }),
  );
const change = (path: string, before: string | null, after: string | null) => ({ path, before, after });

describe('sentences', () => {
  it('say what changed, and each verb once', () => {
    const changes = [
      change('/status', '"packed"', '"shipped"'),
      change('/carrier', null, '"DHL"'),
      change('/parcels', null, '2'),
    ];
    expect(ask({ changes })).toBe(
      'alice changed status from packed to shipped, set carrier: DHL and parcels: 2.',
    );
  });

  it('count what they do not name', () => {
    const changes = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => change(`/${key}`, null, '1'));
    expect(ask({ changes })).toBe('alice set a: 1, b: 1, c: 1, d: 1 and 2 more fields.');
  });

  it('say an amount of money as one value where that is declared, with every digit as written', () => {
    const money = [['/total', 'amount', 'currency']] as const;
    const auditor = wordingOf('auditor', { ...NO_LABELS, money });
    const say = (changes: SentenceQuestion['changes'], wording = auditor) => {
      const event = { type: 'OrderPlaced', actor: 'alice', removed: false, mark: null };
      return sentenceText(sentenceOf({ event, changes, existed: true }, wording));
    };
    const both = [change('/total/amount', null, '899.00'), change('/total/currency', null, '"EUR"')];
    expect(say(both)).toBe('alice set Total: 899.00 EUR.');
    expect(say([change('/total/currency', '"EUR"', null), change('/total/amount', '"899.00"', null)])).toBe(
      'alice removed Total (it was 899.00 EUR).',
    );
    expect(say([change('/total/amount', '899.00', '900')])).toBe(
      'alice changed Total › Amount from 899.00 to 900.',
    );
    expect(say([change('/total/amount', '1', '2'), change('/total/currency', null, '"EUR"')])).toBe(
      'alice changed Total › Amount from 1 to 2 and set Total › Currency: EUR.',
    );
    expect(say(both, wordingOf('auditor', NO_LABELS))).toBe(
      'alice set Total › Amount: 899.00 and Total › Currency: EUR.',
    );
    const more = ['a', 'b', 'c', 'd'].map((key) => change(`/x/${key}`, null, '1'));
    expect(say([...both, ...more])).toContain('set Total: 899.00 EUR, X › A: 1');
    expect(say([...both, ...more])).toMatch(/ and 1 more field\.$/);
  });

  it('name first what the configuration names, in its order', () => {
    const fields = [
      ['/total', 'Order total'],
      ['/placedAt', 'Placed'],
    ] as const;
    const changes = ['a', 'b', 'c', 'placedAt', 'total'].map((key) => change(`/${key}`, null, '1'));
    const event = { type: 'OrderPlaced', actor: 'alice', removed: false, mark: null };
    const say = (face: 'auditor' | 'developer') =>
      sentenceText(sentenceOf({ event, changes, existed: false }, wordingOf(face, { ...NO_LABELS, fields })));
    expect(say('auditor')).toBe(
      'alice began it: set Order total: 1, Placed: 1, A: 1, B: 1 and 1 more field.',
    );
    expect(say('developer')).toBe('alice began it: set total: 1, placedAt: 1, a: 1, b: 1 and 1 more field.');
  });

  it('stay sentences where a label ends in a word such as to', () => {
    const wording = wordingOf('auditor', { ...NO_LABELS, fields: [['/payTo', 'Paid to']] });
    const event = { type: 'RefundRequested', actor: 'alice', removed: false, mark: null };
    const say = (before: string | null) =>
      sentenceText(
        sentenceOf({ event, changes: [change('/payTo', before, '"C-1"')], existed: true }, wording),
      );
    expect(say(null)).toBe('alice set Paid to: C-1.');
    expect(say('"C-2"')).toBe('alice changed Paid to from C-2 to C-1.');
  });

  it('say in words that an object or a list is empty', () => {
    const event = { type: 'OrderPlaced', actor: 'alice', removed: false, mark: null };
    const changes = [change('/parcels', null, '{}'), change('/lines', null, '[]')];
    const say = sentenceOf({ event, changes, existed: true }, wordingOf('auditor', NO_LABELS));
    expect(sentenceText(say)).toBe('alice set Lines: empty and Parcels: empty.');
  });

  it('show an actor who is called nothing but blanks', () => {
    const event = { type: 'X', actor: '  ', removed: false, mark: null };
    expect(ask({ event, changes: [change('/a', null, '1')] })).toBe('"␣␣" set a: 1.');
  });

  it('tell a beginning, an end, nothing and a failure apart', () => {
    const changes = [change('/a', null, '1')];
    expect(ask({ changes, existed: false })).toBe('alice began it: set a: 1.');
    const gone = { type: 'Deleted', actor: null, removed: true, mark: null };
    expect(ask({ event: gone, changes: [change('/a', '1', null)] })).toBe(
      'This event removed it; 1 field went with it.',
    );
    expect(ask({})).toBe('alice changed no field.');
    const failed = {
      type: 'X',
      actor: 'bob',
      removed: false,
      mark: { kind: 'foldError' as const, message: 'boom' },
    };
    expect(ask({ event: failed })).toBe('bob left the state as it was.');
  });

  it('say values as people do and numbers as written', () => {
    expect(ask({ changes: [change('/a/0/b', '"x"', null)] })).toBe('alice removed a › 0 › b (it was x).');
    expect(['9007199254740993', '1E400', '""', '"a\\nb"', '[1,2]', 'null'].map(valueText)).toEqual([
      '9007199254740993',
      '1E400',
      'empty text',
      'a\nb',
      '[1,2]',
      'null',
    ]);
  });
});
