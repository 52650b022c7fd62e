/** What the shop sells, and how its stock moves. A-100, the plain wood screw, goes into nearly every cart: its stream is the longest. */
import { days, every, hours, type Milliseconds, minutes, STORY_BEGINS } from './calendar.ts';
import type { Entity, Journal } from './journal.ts';
import type { Random } from './random.ts';

export interface Product {
  readonly name: string;
  readonly unit: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly lastCount: { readonly counted: number; readonly at: string } | null;
}

export interface ProductEvents {
  ProductListed: { readonly name: string; readonly unit: string };
  StockReceived: { readonly quantity: number; readonly supplier: string };
  StockReserved: { readonly quantity: number; readonly order: string };
  StockShipped: { readonly quantity: number; readonly order: string };
  StockReleased: { readonly quantity: number; readonly order: string };
  /** The shelf was counted, and the number on it is what counts from now on. */
  StockCounted: { readonly counted: number; readonly note: string };
}

export interface Article {
  readonly sku: string;
  readonly name: string;
  readonly unit: string;
  /** Euros at the beginning of the story. */
  readonly price: number;
  readonly monthly: number;
}

export const CATALOGUE: readonly Article[] = [
  { sku: 'A-100', name: 'Wood screw 4 × 40', unit: 'box of 50', price: 1.1, monthly: 160 },
  { sku: 'A-120', name: 'Wall plug 8 mm', unit: 'box of 100', price: 3.9, monthly: 40 },
  { sku: 'B-200', name: 'Claw hammer', unit: 'piece', price: 18.5, monthly: 15 },
  { sku: 'B-210', name: 'Folding rule 2 m', unit: 'piece', price: 6.25, monthly: 15 },
  { sku: 'B-230', name: 'Cordless drill 18 V', unit: 'piece', price: 149, monthly: 10 },
  { sku: 'C-310', name: 'Pine board 2 m', unit: 'piece', price: 9.8, monthly: 60 },
  { sku: 'C-330', name: 'Birch plywood 12 mm', unit: 'sheet', price: 42.4, monthly: 20 },
  { sku: 'D-400', name: 'Linseed oil 1 l', unit: 'bottle', price: 14.75, monthly: 20 },
  { sku: 'D-420', name: 'Red barn paint 10 l', unit: 'bucket', price: 64.9, monthly: 15 },
  { sku: 'E-500', name: 'Work gloves', unit: 'pair', price: 7.5, monthly: 30 },
];

export const productEntity = (journal: Journal, sku: string): Entity<ProductEvents> =>
  journal.entity('product', sku);

export function tellProducts(journal: Journal, random: Random): void {
  for (const article of CATALOGUE) {
    const product = productEntity(journal, article.sku);
    const { name, unit } = article;
    product.says('ProductListed', { name, unit }, { at: STORY_BEGINS, by: 'staff:ines.halden' });
    for (const day of every(days(30))) receive(product, random, article, day + hours(random.whole(6, 9)));
    for (const night of every(days(article.sku === 'A-100' ? 14 : 91), STORY_BEGINS + days(13))) {
      const counted = random.whole(article.monthly, article.monthly * 3);
      product.says(
        'StockCounted',
        { counted, note: 'shelf count' },
        { at: night + hours(2), by: 'nightly-job' },
      );
    }
  }
}

function receive(product: Entity<ProductEvents>, random: Random, article: Article, time: Milliseconds): void {
  const quantity = article.monthly + random.whole(0, Math.ceil(article.monthly / 4));
  const supplier = random.pick(['Østfold Trelast', 'Norskruen AS', 'Baltic Tools']);
  // Deliveries are typed in when the driver has had his coffee.
  const recordedAfter = minutes(random.whole(10, 240));
  product.says('StockReceived', { quantity, supplier }, { at: time, by: 'staff:marek.dahl', recordedAfter });
}
