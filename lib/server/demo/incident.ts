/**
 * The incident. In the night of 14 March 2026 Marek Dahl widens Tove Lind's refund limit from 200 to 20,000 euros, without a
 * reason. Over the weekend she grants three refunds to customer C-1187, who lives where she lives. Forty hours later the limit
 * is 200 again, and Monday's list of permissions looks as it did on Friday.
 */
import { at, hours, type Milliseconds, minutes, seconds } from './calendar.ts';
import type { CustomerEvents } from './customers.ts';
import type { Journal } from './journal.ts';
import { euros } from './money.ts';
import type { OrderEvents } from './orders.ts';
import { refundEntity } from './refunds.ts';
import { staffActor, staffEntity } from './staff.ts';

export const INCIDENT = {
  who: 'tove.lind',
  helper: 'marek.dahl',
  payee: 'C-1187',
  widened: at('2026-03-14', '02:13'),
} as const;

const NARROWED = INCIDENT.widened + hours(40);
const VISIT = 'support-5521';
/** Both of them, that weekend, from the same place. */
const metadata = { network: 'home', address: '203.0.113.58' };

/** `orders` are ids of orders that were paid long ago; their customers never asked for anything. */
export function tellIncident(journal: Journal, orders: readonly [string, string, string]): void {
  registerPayee(journal);
  const tove = staffEntity(journal, INCIDENT.who);
  const helper = staffActor(INCIDENT.helper);
  staffEntity(journal, INCIDENT.helper).says(
    'StaffSignedIn',
    { device: 'private laptop' },
    { at: INCIDENT.widened - minutes(4), by: helper, metadata },
  );
  const widened = tove.says(
    'RefundLimitChanged',
    { refundLimit: 20_000, reason: null },
    { at: INCIDENT.widened, by: helper, metadata },
  );
  const time = at('2026-03-14', '11:02');
  grant(journal, { id: 'R-2071', order: orders[0], amount: 4_180, time, because: widened });
  grant(journal, {
    id: 'R-2072',
    order: orders[1],
    amount: 6_920.5,
    time: time + hours(5),
    because: widened,
  });
  grant(journal, { id: 'R-2074', order: orders[2], amount: 3_999, time: time + hours(25), because: widened });
  tove.says(
    'RefundLimitChanged',
    { refundLimit: 200, reason: 'clean-up' },
    { at: NARROWED, by: helper, metadata },
  );
}

function registerPayee(journal: Journal): void {
  const payee = {
    name: 'T. Lindqvist',
    email: 'tl.halden@example.com',
    address: { street: 'Tollbugata 9', city: 'Halden' },
  };
  const told = { at: at('2026-02-27', '21:40'), by: `customer:${INCIDENT.payee}` };
  journal.entity<CustomerEvents>('customer', INCIDENT.payee).says('CustomerRegistered', payee, told);
}

interface Grant {
  readonly id: string;
  readonly order: string;
  readonly amount: number;
  readonly time: Milliseconds;
  readonly because: string;
}

function grant(journal: Journal, { id, order, amount, time, because }: Grant): void {
  const refund = refundEntity(journal, id);
  const by = staffActor(INCIDENT.who);
  const about = [
    { entityType: 'order', entityId: order, role: 'order' },
    { entityType: 'customer', entityId: INCIDENT.payee, role: 'payee' },
    { entityType: 'staff', entityId: INCIDENT.who, role: 'approver' },
  ];
  const asked = { order, amount: euros(amount), reason: 'arrived damaged', payTo: INCIDENT.payee };
  const requested = refund.says('RefundRequested', asked, {
    at: time,
    by,
    visit: VISIT,
    because,
    about,
    metadata,
  });
  const told = { at: time + seconds(48), by, visit: VISIT, because: requested, metadata };
  const approved = refund.says('RefundApproved', { limit: 20_000 }, told);
  const paidAt = time + hours(3);
  const paid = refund.says(
    'RefundPaid',
    { transfer: `np-${id}` },
    { at: paidAt, by: 'nordpay', visit: VISIT, because: approved },
  );
  const refunded = { refund: id, amount: euros(amount) };
  journal
    .entity<Pick<OrderEvents, 'OrderRefunded'>>('order', order)
    .says('OrderRefunded', refunded, { at: paidAt + 900, by: 'shop', visit: VISIT, because: paid });
}
