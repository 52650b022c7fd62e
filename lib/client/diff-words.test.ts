import { describe, expect, it } from 'vitest';
import { asTimeWent, diffSentences, MOST_NAMED } from './diff-words.ts';
import { NO_LABELS } from './wording/labels.ts';
import { wordingOf } from './wording/wording.ts';

const wording = wordingOf('developer', NO_LABELS);

const entry = (path: string, before: string | null, after: string | null, ordinal: number) => ({
  path,
  before,
  after,
  ordinal,
});

describe('diffSentences', () => {
  it('say what differs, an event each, in the order of the events', () => {
    const { sentences, rest } = diffSentences(
      [
        entry('/carrier', null, '"DHL"', 812),
        entry('/note', '"call first"', null, 790),
        entry('/status', '"packed"', '"shipped"', 812),
      ],
      wording,
    );
    expect(sentences.map(({ ordinal, words }) => [ordinal, words.map(({ text }) => text).join('')])).toEqual([
      [790, 'note was removed (it was call first)'],
      [812, 'carrier was set to DHL; status went from packed to shipped'],
    ]);
    expect(rest).toBe(0);
  });

  it('tell as time went what is looked at from the later moment', () => {
    const back = [entry('/limit', '20000', '200', 31)];
    const said = (entries: typeof back) =>
      diffSentences(entries, wording).sentences.map(({ words }) => words.map(({ text }) => text).join(''));
    expect(said([...asTimeWent(back, true)])).toEqual(['limit went from 200 to 20000']);
    expect(said([...asTimeWent(back, false)])).toEqual(['limit went from 20000 to 200']);
  });

  it('count what they do not name', () => {
    const many = Array.from({ length: MOST_NAMED + 5 }, (_, index) => entry(`/k${index}`, null, '1', 1));
    expect(diffSentences(many, wording).rest).toBe(5);
  });

  it('say an amount of money as one value, where it is declared', () => {
    const money = [['/total', 'amount', 'currency'] as const];
    const auditor = wordingOf('auditor', { ...NO_LABELS, fields: [['/total/amount', 'Order total']], money });
    const { sentences, rest } = diffSentences(
      [
        entry('/total/amount', null, '2.20', 1),
        entry('/total/currency', null, '"EUR"', 1),
        entry('/status', 'null', '"paid"', 2),
      ],
      auditor,
    );
    expect(sentences.map(({ words }) => words.map(({ text }) => text).join(''))).toEqual([
      'Order total was set to 2.20 EUR',
      'Status went from none to paid',
    ]);
    expect(rest).toBe(0);
  });
});
