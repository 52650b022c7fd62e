/** What holds of every sentence, whatever changed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '#core';
import { MOST_FIELDS, sentenceOf, sentenceText } from './sentence.ts';
import { valueText } from './value-words.ts';
import { visibleChanges } from './visible-changes.ts';
import { visibleString } from './visible-runs.ts';
import { type EntityLabels, NO_LABELS } from './wording/labels.ts';
import { wordingOf } from './wording/wording.ts';

const labels: EntityLabels = {
  ...NO_LABELS,
  fields: [['/total/amount', 'Order total']],
  money: [
    ['/total', 'amount', 'currency'],
    ['/items/*/price', 'amount', 'currency'],
  ],
};
const auditor = wordingOf('auditor', labels);
const wordings = [auditor, wordingOf('developer', labels)];

const odd = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u202e', 'a\u0000b', '\ud83d\ude00\u200d', '\ud800', 'x\u2066y\u2069', 'plain'),
);
const paths = fc.oneof(
  fc.constantFrom(
    '/total/amount',
    '/total/currency',
    '/items/1/price/amount',
    '/items/1/price/currency',
    '/a',
  ),
  odd.map((step) => `/${step.replace(/~/g, '~0').replace(/\//g, '~1')}`),
);
const values = fc.oneof(
  fc.constantFrom('899.00', '"899.00"', '"EUR"', '1E400', 'null', 'true', '[]', '{}', '""'),
  odd.map((text) => JSON.stringify(text)),
);
const changes: fc.Arbitrary<readonly Change[]> = fc.uniqueArray(
  fc
    .record({
      path: paths,
      before: fc.option(values),
      after: fc.option(values),
    })
    .filter(({ before, after }) => before !== after),
  { selector: ({ path }) => path, maxLength: 9 },
);
const event = { type: 'OrderPlaced', actor: 'ali\u202ece', removed: false, mark: null };

describe('every sentence', () => {
  it('names every change or says how many more there are', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...wordings), (changed, wording) => {
        const parts = sentenceOf({ event, changes: changed, existed: true }, wording);
        const named = parts.filter(({ kind }) => kind === 'field').length;
        const rest = Number(/ and (\d+) more fields?\.$/.exec(sentenceText(parts))?.[1] ?? 0);
        const seen = visibleChanges(changed);
        if (wording !== auditor) expect(named + rest).toBe(seen.length);
        const pairs = PAIRS.filter((pair) => pair.every((path) => seen.some((one) => one.path === path)));
        expect(named + rest).toBeLessThanOrEqual(seen.length);
        expect(named + rest).toBeGreaterThanOrEqual(seen.length - pairs.length);
        expect(named === MOST_FIELDS || rest === 0).toBe(true);
      }),
    );
  });

  it('has no character that is invisible or reorders its neighbours', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...wordings), (changed, wording) => {
        const text = sentenceText(sentenceOf({ event, changes: changed, existed: false }, wording));
        expect(visibleString(text)).toBe(text);
      }),
    );
  });

  it('is the same whichever order the changes come in', () => {
    const shuffled = changes.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...wordings), ([list, other], wording) => {
        const say = (changed: readonly Change[]) =>
          sentenceOf({ event, changes: changed, existed: true }, wording);
        expect(say(other)).toEqual(say(list));
      }),
    );
  });

  it('says no value that is not in the changes', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...wordings), (changed, wording) => {
        const say = wording === auditor ? wording.valueOf : valueText;
        const seen = visibleChanges(changed);
        for (const kind of ['before', 'after'] as const) {
          const words = new Set(seen.flatMap((one) => (one[kind] === null ? [] : [say(one[kind])])));
          const amounts = PAIRS.flatMap((pair) => {
            const [amount, currency] = pair.map((path) => seen.find((one) => one.path === path)?.[kind]);
            return amount && currency ? [`${valueText(amount)} ${valueText(currency)}`] : [];
          });
          const said = sentenceOf({ event, changes: changed, existed: true }, wording).filter(
            (part) => part.kind === kind,
          );
          for (const { text } of said) expect(words.has(text) || amounts.includes(text)).toBe(true);
        }
      }),
    );
  });
});

const PAIRS = [
  ['/total/amount', '/total/currency'],
  ['/items/1/price/amount', '/items/1/price/currency'],
];
