/** A cart fills, is forgotten for a while, comes back, and is paid for or is not. */
import { days, hours, type Milliseconds, minutes, seconds } from './calendar.ts';
import type { KnownCustomer } from './customers.ts';
import type { Entity, Journal } from './journal.ts';
import { type Article, CATALOGUE } from './products.ts';
import type { Random } from './random.ts';

export interface Cart {
  readonly customer: string;
  readonly status: 'open' | 'abandoned' | 'checked out';
  /** Quantity by article. */
  readonly lines: { readonly [sku: string]: number };
  readonly order: string | null;
}

export interface CartEvents {
  CartStarted: { readonly customer: string };
  ItemAdded: { readonly sku: string; readonly quantity: number };
  QuantityChanged: { readonly sku: string; readonly quantity: number };
  ItemRemoved: { readonly sku: string };
  CartAbandoned: { readonly idleHours: number };
  CartResumed: { readonly from: string };
  CartCheckedOut: { readonly order: string };
}

export interface FilledCart {
  readonly entity: Entity<CartEvents>;
  readonly visit: string;
  readonly lines: ReadonlyMap<Article, number>;
  /** When the customer stopped adding, and the event it was. */
  readonly filledAt: Milliseconds;
  readonly because: string;
  /** Abandoned and never seen again. */
  readonly lost: boolean;
}

export function fillCart(
  journal: Journal,
  random: Random,
  id: string,
  customer: KnownCustomer,
  time: Milliseconds,
): FilledCart {
  const entity = journal.entity<CartEvents>('cart', id);
  const visit = `visit-${id}`;
  const by = customer.actor;
  const lines = new Map<Article, number>();
  let now = time;
  // Now and then a joiner buys for a whole building site.
  const building = random.chance(0.06);
  const times = building ? 8 : 1;
  let because = entity.says('CartStarted', { customer: customer.entity.id }, { at: now, by, visit });
  for (const article of wanted(random, building ? 5 : random.whole(0, 2))) {
    now += seconds(random.whole(20, 400));
    const quantity = times * random.whole(1, article.sku === 'A-100' ? 6 : 2);
    lines.set(article, quantity);
    because = entity.says('ItemAdded', { sku: article.sku, quantity }, { at: now, by, visit, because });
  }
  const [first] = lines.keys();
  if (first !== undefined && random.chance(0.2)) {
    lines.set(first, 1 + (lines.get(first) ?? 0));
    const change = { sku: first.sku, quantity: lines.get(first) ?? 1 };
    now += minutes(1);
    because = entity.says('QuantityChanged', change, { at: now, by, visit, because });
  }
  const filled: FilledCart = { entity, visit, lines, filledAt: now, because, lost: false };
  return random.chance(0.3) ? abandon(random, filled, by) : filled;
}

/** A nightly job notices; more than half of those customers come back through the reminder. */
function abandon(random: Random, cart: FilledCart, by: string): FilledCart {
  const { entity, visit } = cart;
  const abandoned = cart.filledAt + hours(24);
  const because = entity.says(
    'CartAbandoned',
    { idleHours: 24 },
    { at: abandoned, by: 'nightly-job', visit, because: cart.because },
  );
  if (!random.chance(0.6)) return { ...cart, because, lost: true };
  const back = abandoned + days(random.whole(1, 9)) + minutes(random.whole(0, 600));
  const resumed = entity.says('CartResumed', { from: 'reminder' }, { at: back, by, visit, because });
  return { ...cart, because: resumed, filledAt: back + minutes(3) };
}

function wanted(random: Random, besides: number): readonly Article[] {
  const chosen = new Set<Article>();
  const [screws] = CATALOGUE;
  if (screws !== undefined && random.chance(0.9)) chosen.add(screws);
  for (let n = besides; n > 0; n -= 1) chosen.add(random.pick(CATALOGUE));
  return [...chosen];
}
