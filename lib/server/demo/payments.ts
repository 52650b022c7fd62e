/** Payments, as the provider Nordpay reports them: over the network, sometimes late, and once in a while in the wrong order. */
import { NumberLiteral } from '#core';
import { at, days, hours, type Milliseconds, minutes, seconds } from './calendar.ts';
import type { Entity, Journal } from './journal.ts';
import { euros, type Money } from './money.ts';
import type { PlacedOrder } from './orders.ts';
import type { Random } from './random.ts';

export interface Payment {
  readonly order: string;
  readonly amount: Money;
  readonly status: 'authorised' | 'captured' | 'failed';
  readonly transaction: string | number | null;
  readonly refunded: Money;
}

export interface PaymentEvents {
  PaymentAuthorised: {
    readonly order: string;
    readonly amount: Money;
    readonly transaction: string | number;
  };
  PaymentCaptured: { readonly amount: Money };
  PaymentFailed: { readonly reason: string };
  PaymentRefunded: { readonly refund: string; readonly amount: Money };
}

export interface MadePayment {
  readonly entity: Entity<WrittenEvents>;
  readonly because: string;
  readonly paid: boolean;
  readonly paidAt: Milliseconds;
}

/** The transaction number as the provider spells it, which a double cannot always hold. */
type WrittenEvents = Omit<PaymentEvents, 'PaymentAuthorised'> & {
  PaymentAuthorised: {
    readonly order: string;
    readonly amount: Money;
    readonly transaction: string | NumberLiteral;
  };
};

const PROVIDER = 'nordpay';

/** For one week after moving to new servers, Nordpay sent its transaction numbers as bare JSON numbers. */
const BARE_NUMBERS_FROM = at('2026-02-09');
const BARE_NUMBERS_UNTIL = BARE_NUMBERS_FROM + days(7);

export function pay(journal: Journal, random: Random, order: PlacedOrder): MadePayment {
  const id = order.entity.id.replace('O-', 'P-');
  const entity = journal.entity<WrittenEvents>('payment', id);
  const { visit } = order.cart;
  const time = order.placedAt + seconds(random.whole(5, 90));
  const about = [{ entityType: 'order', entityId: order.entity.id, role: 'order' }];
  const told = { by: PROVIDER, visit, about };
  const authorised = entity.says(
    'PaymentAuthorised',
    { order: order.entity.id, amount: euros(order.total.amount), transaction: transactionAt(random, time) },
    { ...told, at: time, because: order.because, ...delay(random, 0.08) },
  );
  if (random.chance(0.06)) {
    const failed = entity.says(
      'PaymentFailed',
      { reason: random.pick(['card expired', 'declined by bank']) },
      { ...told, at: time + seconds(20), because: authorised },
    );
    return { entity, because: failed, paid: false, paidAt: time + seconds(21) };
  }
  const capturedAt = time + minutes(random.whole(1, 12));
  const late = delay(random, 0.1);
  const captured = entity.says(
    'PaymentCaptured',
    { amount: order.total },
    { ...told, at: capturedAt, because: authorised, ...late },
  );
  const paidAt = capturedAt + (late.recordedAfter ?? 0) + seconds(1);
  const because = order.entity.says(
    'OrderPaid',
    { payment: id },
    { at: paidAt, by: 'shop', visit, because: captured },
  );
  return { entity, because, paid: true, paidAt };
}

/** A message of the provider that had to be sent again arrives up to nine hours late. */
function delay(random: Random, probability: number): { readonly recordedAfter?: Milliseconds } {
  return random.chance(probability)
    ? { recordedAfter: hours(random.whole(1, 9)) + seconds(random.whole(0, 3_000)) }
    : {};
}

function transactionAt(random: Random, time: Milliseconds): string | NumberLiteral {
  const digits = `90071992547${String(random.whole(40_993, 99_999))}${random.whole(1, 9)}`;
  return time >= BARE_NUMBERS_FROM && time < BARE_NUMBERS_UNTIL ? new NumberLiteral(digits) : digits;
}
