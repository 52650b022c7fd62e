/**
 * From the shelf to the doorstep. The scanners in the warehouse and in the vans lose their network: they keep what they have
 * read and send it in the evening, newest first.
 */
import { days, hours, type Milliseconds, minutes } from './calendar.ts';
import type { Journal } from './journal.ts';
import { deliveryTime, type PlacedOrder } from './orders.ts';
import type { MadePayment } from './payments.ts';
import { productEntity } from './products.ts';
import type { Random } from './random.ts';

const STOPS = ['Halden warehouse', 'Sarpsborg hub', 'Moss hub', 'Oslo hub', 'delivery van'];

export function ship(
  journal: Journal,
  random: Random,
  order: PlacedOrder,
  payment: MadePayment,
): Milliseconds {
  const { entity, cart, customer } = order;
  const { visit } = cart;
  const packedAt = payment.paidAt + hours(random.whole(3, 26));
  const parcels = Math.max(1, Math.min(8, Math.ceil(order.total.amount / 260)));
  const packed = entity.says(
    'OrderPacked',
    { parcels },
    { at: packedAt, by: 'scanner-02', visit, because: payment.because },
  );
  for (const { sku, quantity } of order.lines) {
    const told = { at: packedAt + minutes(1), by: 'scanner-02', visit, because: packed };
    productEntity(journal, sku).says('StockShipped', { quantity, order: entity.id }, told);
  }
  const delivered = Math.max(deliveryTime(random, order), packedAt + hours(20));
  for (let parcel = 1; parcel <= parcels; parcel += 1) {
    scanOnTheWay(random, order, {
      parcel: `${entity.id}/${parcel}`,
      from: packedAt,
      until: delivered,
      because: packed,
    });
  }
  entity.says(
    'OrderDelivered',
    { signedBy: customer.name },
    { at: delivered, by: 'van-11', visit, because: packed },
  );
  return delivered;
}

interface Way {
  readonly parcel: string;
  readonly from: Milliseconds;
  readonly until: Milliseconds;
  readonly because: string;
}

function scanOnTheWay(random: Random, order: PlacedOrder, { parcel, from, until, because }: Way): void {
  const stops = STOPS.slice(0, random.whole(1, STOPS.length - 1));
  const offline = random.chance(0.12);
  const sentAt = until + days(1);
  stops.forEach((place, stop) => {
    const at =
      from + Math.floor(((until - from) * (stop + 1)) / (stops.length + 1)) + minutes(random.whole(0, 25));
    const late = offline ? { recordedAfter: sentAt - at + minutes(stops.length - stop) } : {};
    const told = { at, by: `scanner-0${random.whole(3, 8)}`, visit: order.cart.visit, because, ...late };
    order.entity.says('ParcelScanned', { parcel, place }, told);
  });
}
