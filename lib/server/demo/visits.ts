/** One visit to the shop: a cart, perhaps an order, its payment, its parcels and, sometimes, a refund. */
import { days, hours, type Milliseconds } from './calendar.ts';
import { fillCart } from './carts.ts';
import type { KnownCustomer } from './customers.ts';
import type { Journal } from './journal.ts';
import { cancelOrder, correctLine, type PlacedOrder, placeOrder } from './orders.ts';
import { pay } from './payments.ts';
import type { Random } from './random.ts';
import { refund } from './refunds.ts';
import { ship } from './shipments.ts';

/** The order where one was delivered, else null. */
export function visit(
  journal: Journal,
  random: Random,
  number: number,
  customer: KnownCustomer,
  time: Milliseconds,
): PlacedOrder | null {
  const cart = fillCart(journal, random, `K-${number}`, customer, time);
  if (cart.lost) return null;
  const order = placeOrder(journal, `O-${number}`, customer, cart);
  const payment = pay(journal, random, order);
  if (!payment.paid) {
    cancelOrder(journal, order, 'payment failed', payment.paidAt + hours(1));
    return null;
  }
  if (random.chance(0.08)) correctLine(random, order);
  const delivered = ship(journal, random, order, payment);
  if (random.chance(0.1))
    refund(journal, random, `R-${number}`, order, payment, delivered + days(random.whole(1, 12)));
  return order;
}
