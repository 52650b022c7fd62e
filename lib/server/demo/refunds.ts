/** Refunds: asked for, granted within somebody's limit or refused, and paid out by the provider. */
import { days, hours, type Milliseconds, minutes } from './calendar.ts';
import type { Entity, Journal } from './journal.ts';
import { euros, type Money } from './money.ts';
import type { PlacedOrder } from './orders.ts';
import type { MadePayment } from './payments.ts';
import type { Random } from './random.ts';

export interface Refund {
  readonly order: string;
  readonly amount: Money;
  readonly reason: string;
  /** The customer whose account gets the money. */
  readonly payTo: string;
  readonly status: 'requested' | 'approved' | 'rejected' | 'paid';
  readonly approvedBy: string | null;
}

export interface RefundEvents {
  RefundRequested: Pick<Refund, 'order' | 'amount' | 'reason' | 'payTo'>;
  RefundApproved: { readonly limit: number };
  RefundRejected: { readonly reason: string };
  RefundPaid: { readonly transfer: string };
}

export const refundEntity = (journal: Journal, id: string): Entity<RefundEvents> =>
  journal.entity('refund', id);

/** An ordinary refund. Above 200 euros the head of support has to grant it. */
export function refund(
  journal: Journal,
  random: Random,
  id: string,
  order: PlacedOrder,
  payment: MadePayment,
  time: Milliseconds,
): void {
  const entity = refundEntity(journal, id);
  const { visit } = order.cart;
  const customer = order.customer.entity.id;
  const amount = euros(order.total.amount * random.pick([0.25, 0.5, 1]));
  const reason = random.pick(['arrived damaged', 'wrong article', 'changed my mind', 'parcel lost']);
  const about = [
    { entityType: 'order', entityId: order.entity.id, role: 'order' },
    { entityType: 'customer', entityId: customer, role: 'payee' },
  ];
  const asked = { order: order.entity.id, amount, reason, payTo: customer };
  const requested = entity.says('RefundRequested', asked, {
    at: time,
    by: order.customer.actor,
    visit,
    because: payment.because,
    about,
  });
  const decidedAt = time + hours(random.whole(1, 30));
  const [by, limit] =
    amount.amount <= 200 ? (['staff:tove.lind', 200] as const) : (['staff:jonas.berg', 1_000] as const);
  if (amount.amount > 1_000 || random.chance(0.15)) {
    entity.says(
      'RefundRejected',
      { reason: 'not covered by our terms' },
      { at: decidedAt, by, visit, because: requested },
    );
    return;
  }
  const approved = entity.says('RefundApproved', { limit }, { at: decidedAt, by, visit, because: requested });
  const paidAt = decidedAt + days(1) + minutes(random.whole(0, 400));
  const transfer = `np-${id}`;
  const paid = entity.says(
    'RefundPaid',
    { transfer },
    { at: paidAt, by: 'nordpay', visit, because: approved },
  );
  payment.entity.says(
    'PaymentRefunded',
    { refund: id, amount },
    { at: paidAt, by: 'nordpay', visit, because: paid },
  );
  order.entity.says(
    'OrderRefunded',
    { refund: id, amount },
    { at: paidAt + 900, by: 'shop', visit, because: paid },
  );
}
