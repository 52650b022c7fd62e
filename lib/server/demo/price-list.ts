/**
 * The retail price list: one document that merge patches change. Its numbers are spelled with two digits (`1.10`), and an
 * auditor sees them so.
 */
import { NumberLiteral } from '#core';
import { at, type Milliseconds, STORY_BEGINS } from './calendar.ts';
import type { Journal } from './journal.ts';
import { CATALOGUE } from './products.ts';

interface PriceListEvents {
  PricesSet: Readonly<Record<string, ListedPrice | null>>;
}

interface ListedPrice {
  readonly price: NumberLiteral;
  readonly currency: 'EUR';
}

interface PriceChange {
  readonly at: Milliseconds;
  readonly by: string;
  /** Euros; null: no longer sold. */
  readonly prices: Readonly<Record<string, number | null>>;
}

const ALL = CATALOGUE.map(({ sku }) => sku);
const TOOLS = ['B-200', 'B-210', 'B-230'];

const CHANGES: readonly PriceChange[] = [
  { at: STORY_BEGINS, by: 'staff:ines.halden', prices: times(1, ALL) },
  { at: at('2025-05-05', '07:30'), by: 'staff:ines.halden', prices: times(1.08, ['C-310', 'C-330']) },
  { at: at('2025-09-01', '07:31'), by: 'staff:ines.halden', prices: { 'D-420': 6.49 } },
  // A slip of the comma, found by a customer half an hour later.
  { at: at('2025-09-01', '08:04'), by: 'staff:ines.halden', prices: { 'D-420': 64.9 } },
  { at: at('2025-11-28', '00:00'), by: 'nightly-job', prices: times(0.8, TOOLS) },
  { at: at('2025-12-01', '00:00'), by: 'nightly-job', prices: times(1, TOOLS) },
  { at: at('2026-01-15', '06:00'), by: 'staff:marek.dahl', prices: times(1.05, ALL) },
  { at: at('2026-06-19', '15:45'), by: 'staff:marek.dahl', prices: { 'D-400': null } },
];

export function tellPriceList(journal: Journal): void {
  const retail = journal.entity<PriceListEvents>('price-list', 'retail');
  for (const change of CHANGES) {
    const listed = Object.entries(change.prices).map(([sku, price]) => [
      sku,
      price === null ? null : listedAs(price),
    ]);
    retail.says('PricesSet', Object.fromEntries(listed), { at: change.at, by: change.by });
  }
}

/** Euros a piece on that day. */
export function priceOf(sku: string, time: Milliseconds): number {
  const prices = CHANGES.filter((change) => change.at <= time).map((change) => change.prices[sku] ?? 0);
  return prices.filter((price) => price > 0).at(-1) ?? 0;
}

function times(factor: number, skus: readonly string[]): Readonly<Record<string, number>> {
  const articles = CATALOGUE.filter(({ sku }) => skus.includes(sku));
  return Object.fromEntries(articles.map(({ sku, price }) => [sku, Number((price * factor).toFixed(2))]));
}

const listedAs = (price: number): ListedPrice => ({
  price: new NumberLiteral(price.toFixed(2)),
  currency: 'EUR',
});
