/**
 * An order from checkout to the doorstep.
 *
 * Until October 2025 the shop wrote OrderPlaced in schema version 1, with the customer's name beside the rest and the total as
 * text; the upcaster in chronoscope.config.ts reads those today.
 */
import { at, days, hours, type Milliseconds, minutes } from './calendar.ts';
import type { FilledCart } from './carts.ts';
import type { KnownCustomer } from './customers.ts';
import type { Entity, Journal } from './journal.ts';
import { euros, type Money } from './money.ts';
import { priceOf } from './price-list.ts';
import { productEntity } from './products.ts';
import type { Random } from './random.ts';

export interface Order {
  readonly status: string;
  readonly customer: { readonly id: string; readonly name: string };
  readonly lines: readonly OrderLine[];
  readonly total: Money;
  readonly placedAt: string;
  readonly payment: string | null;
  /** Where each parcel was seen last. */
  readonly parcels: { readonly [parcel: string]: string };
  readonly refunded: Money;
}

export interface OrderLine {
  readonly sku: string;
  readonly quantity: number;
  readonly price: number;
}

export interface OrderEvents {
  OrderPlaced: Pick<Order, 'customer' | 'lines' | 'total'>;
  OrderPaid: { readonly payment: string };
  LineCorrected: {
    readonly sku: string;
    readonly quantity: number;
    readonly total: Money;
    readonly reason: string;
  };
  OrderPacked: { readonly parcels: number };
  ParcelScanned: { readonly parcel: string; readonly place: string };
  OrderDelivered: { readonly signedBy: string };
  OrderCancelled: { readonly reason: string };
  OrderRefunded: { readonly refund: string; readonly amount: Money };
}

/** OrderPlaced as it was written in schema version 1. */
export interface OrderPlacedV1 {
  readonly customerId: string;
  readonly name: string;
  readonly lines: readonly OrderLine[];
  /** `EUR 12.50` */
  readonly total: string;
}

export interface PlacedOrder {
  readonly entity: Entity<
    Omit<OrderEvents, 'OrderPlaced'> & { OrderPlaced: OrderPlacedV1 | OrderEvents['OrderPlaced'] }
  >;
  readonly customer: KnownCustomer;
  readonly cart: FilledCart;
  readonly total: Money;
  readonly lines: readonly OrderLine[];
  readonly placedAt: Milliseconds;
  readonly because: string;
}

const SECOND_SCHEMA = at('2025-10-01');

export function placeOrder(
  journal: Journal,
  id: string,
  customer: KnownCustomer,
  cart: FilledCart,
): PlacedOrder {
  const entity: PlacedOrder['entity'] = journal.entity('order', id);
  const placedAt = cart.filledAt + minutes(4);
  const { visit } = cart;
  const by = customer.actor;
  const lines = [...cart.lines].map(([{ sku }, quantity]) => ({
    sku,
    quantity,
    price: priceOf(sku, placedAt),
  }));
  const total = euros(lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0));
  const checkedOut = cart.entity.says(
    'CartCheckedOut',
    { order: id },
    { at: placedAt, by, visit, because: cart.because },
  );
  const about = [{ entityType: 'customer', entityId: customer.entity.id, role: 'customer' }];
  const told = { at: placedAt + 120, by, visit, because: checkedOut, about };
  const because =
    placedAt < SECOND_SCHEMA
      ? entity.says(
          'OrderPlaced',
          {
            customerId: customer.entity.id,
            name: customer.name,
            lines,
            total: `EUR ${total.amount.toFixed(2)}`,
          },
          told,
        )
      : entity.says(
          'OrderPlaced',
          { customer: { id: customer.entity.id, name: customer.name }, lines, total },
          { ...told, schemaVersion: 2 },
        );
  for (const { sku, quantity } of lines) {
    productEntity(journal, sku).says(
      'StockReserved',
      { quantity, order: id },
      { at: placedAt + 300, by: 'shop', visit, because },
    );
  }
  return { entity, customer, cart, total, lines, placedAt, because };
}

export function cancelOrder(journal: Journal, order: PlacedOrder, reason: string, time: Milliseconds): void {
  const { visit } = order.cart;
  const because = order.entity.says(
    'OrderCancelled',
    { reason },
    { at: time, by: 'shop', visit, because: order.because },
  );
  for (const { sku, quantity } of order.lines) {
    productEntity(journal, sku).says(
      'StockReleased',
      { quantity, order: order.entity.id },
      { at: time + 150, by: 'shop', visit, because },
    );
  }
}

/** Support finds that the customer was promised one more, and puts it right. */
export function correctLine(random: Random, order: PlacedOrder): void {
  const line = random.pick(order.lines);
  const total = euros(order.total.amount);
  const told = {
    at: order.placedAt + hours(random.whole(2, 20)),
    by: 'staff:tove.lind',
    visit: order.cart.visit,
  };
  const reason = 'One more promised on the phone, free of charge';
  order.entity.says('LineCorrected', { sku: line.sku, quantity: line.quantity + 1, total, reason }, told);
}

export const deliveryTime = (random: Random, order: PlacedOrder): Milliseconds =>
  order.placedAt + days(random.whole(2, 5));
