/**
 * How Chronoscope folds events into state. This file is yours: what stands here is the demo shop.
 *
 * A reducer is a pure function `(state, event) => state` for each event type: no clock, no randomness, no await. It sees
 * frozen plain JSON and gives plain JSON back. A type without a function is shown as "not handled", never skipped. All of it
 * is explained in docs/guides/configuration.md.
 */
import { defineConfig, reducer } from '#config';
import type { Cart, CartEvents } from './lib/server/demo/carts.ts';
import type { Customer, CustomerEvents } from './lib/server/demo/customers.ts';
import type { Order, OrderEvents, OrderPlacedV1 } from './lib/server/demo/orders.ts';
import type { Payment, PaymentEvents } from './lib/server/demo/payments.ts';
import type { Product, ProductEvents } from './lib/server/demo/products.ts';
import type { Refund, RefundEvents } from './lib/server/demo/refunds.ts';
import type { Staff, StaffEvents } from './lib/server/demo/staff.ts';

/** How the shop writes amounts of money. */
const MONEY = { amount: 'amount', currency: 'currency' } as const;

const nothing = { amount: 0, currency: 'EUR' } as const;

const order = reducer<Order, OrderEvents>(
  {
    status: 'new',
    customer: { id: '', name: '' },
    lines: [],
    total: nothing,
    placedAt: '',
    payment: null,
    parcels: {},
    refunded: nothing,
  },
  {
    OrderPlaced: (order, { payload, occurredAt }) => ({
      ...order,
      ...payload,
      status: 'placed',
      placedAt: occurredAt,
    }),
    OrderPaid: (order, { payload }) => ({ ...order, status: 'paid', payment: payload.payment }),
    LineCorrected: (order, { payload: { sku, quantity, total } }) => ({
      ...order,
      total,
      lines: order.lines.map((line) => (line.sku === sku ? { ...line, quantity } : line)),
    }),
    OrderPacked: (order) => ({ ...order, status: 'packed' }),
    ParcelScanned: (order, { payload: { parcel, place } }) => ({
      ...order,
      parcels: { ...order.parcels, [parcel]: place },
    }),
    OrderDelivered: (order) => ({ ...order, status: 'delivered' }),
    OrderCancelled: (order) => ({ ...order, status: 'cancelled' }),
    OrderRefunded: (order, { payload }) => ({ ...order, refunded: plus(order.refunded, payload.amount) }),
  },
);

const cart = reducer<Cart, CartEvents>(
  { customer: '', status: 'open', lines: {}, order: null },
  {
    CartStarted: (cart, { payload }) => ({ ...cart, customer: payload.customer }),
    ItemAdded: (cart, { payload }) => withLine(cart, payload.sku, payload.quantity),
    QuantityChanged: (cart, { payload }) => withLine(cart, payload.sku, payload.quantity),
    ItemRemoved: (cart, { payload }) => {
      const { [payload.sku]: _removed, ...lines } = cart.lines;
      return { ...cart, lines };
    },
    CartAbandoned: (cart) => ({ ...cart, status: 'abandoned' }),
    CartResumed: (cart) => ({ ...cart, status: 'open' }),
    CartCheckedOut: (cart, { payload }) => ({ ...cart, status: 'checked out', order: payload.order }),
  },
);

const payment = reducer<Payment, PaymentEvents>(
  { order: '', amount: nothing, status: 'authorised', transaction: null, refunded: nothing },
  {
    PaymentAuthorised: (payment, { payload }) => ({ ...payment, ...payload }),
    PaymentCaptured: (payment, { payload }) => ({ ...payment, status: 'captured', amount: payload.amount }),
    PaymentFailed: (payment) => ({ ...payment, status: 'failed' }),
    PaymentRefunded: (payment, { payload }) => ({
      ...payment,
      refunded: plus(payment.refunded, payload.amount),
    }),
  },
);

const refund = reducer<Refund, RefundEvents>(
  { order: '', amount: nothing, reason: '', payTo: '', status: 'requested', approvedBy: null },
  {
    RefundRequested: (refund, { payload }) => ({ ...refund, ...payload }),
    RefundApproved: (refund, { actor }) => ({ ...refund, status: 'approved', approvedBy: actor }),
    RefundRejected: (refund) => ({ ...refund, status: 'rejected' }),
    RefundPaid: (refund) => ({ ...refund, status: 'paid' }),
  },
);

const staff = reducer<Staff, StaffEvents>(
  {
    name: '',
    role: '',
    address: '',
    permissions: { refundLimit: 0, editsPermissions: false, editsPrices: false },
    lastSignIn: null,
  },
  {
    StaffHired: (staff, { payload }) => ({ ...staff, ...payload }),
    RoleChanged: (staff, { payload }) => ({ ...staff, role: payload.role }),
    RefundLimitChanged: (staff, { payload: { refundLimit } }) => ({
      ...staff,
      permissions: { ...staff.permissions, refundLimit },
    }),
    PriceEditingGranted: (staff) => ({ ...staff, permissions: { ...staff.permissions, editsPrices: true } }),
    StaffSignedIn: (staff, { occurredAt }) => ({ ...staff, lastSignIn: occurredAt }),
  },
);

const product = reducer<Product, ProductEvents>(
  { name: '', unit: '', onHand: 0, reserved: 0, lastCount: null },
  {
    ProductListed: (product, { payload }) => ({ ...product, ...payload }),
    StockReceived: (product, { payload }) => ({ ...product, onHand: product.onHand + payload.quantity }),
    StockReserved: (product, { payload }) => ({ ...product, reserved: product.reserved + payload.quantity }),
    StockReleased: (product, { payload }) => ({ ...product, reserved: product.reserved - payload.quantity }),
    StockShipped: (product, { payload }) => ({
      ...product,
      onHand: product.onHand - payload.quantity,
      reserved: product.reserved - payload.quantity,
    }),
    StockCounted: (product, { payload: { counted }, occurredAt }) => ({
      ...product,
      onHand: counted,
      lastCount: { counted, at: occurredAt },
    }),
  },
);

const customer = reducer<Customer, CustomerEvents>(
  { name: '', email: '', address: { street: '', city: '' }, since: null },
  {
    CustomerRegistered: (customer, { payload, occurredAt }) => ({
      ...customer,
      ...payload,
      since: occurredAt,
    }),
    AddressChanged: (customer, { payload }) => ({ ...customer, address: payload.address }),
    EmailCorrected: (customer, { payload }) => ({ ...customer, email: payload.email }),
  },
);

export default defineConfig({
  namespaces: {
    demo: {
      // Types that are not named here are split into words: OrderPaid reads “Order paid”.
      events: {
        CartStarted: 'Cart opened',
        LineCorrected: 'Order line corrected',
        ParcelScanned: 'Parcel seen on its way',
        PaymentFailed: 'Payment refused',
        StaffHired: 'Joined the staff',
        StaffSignedIn: 'Signed in',
      },
      entities: {
        cart: { label: 'Cart', fields: { '/customer': 'Customer', '/lines': 'Articles' }, ...cart },
        customer: {
          label: 'Customer',
          fields: { '/since': 'Customer since', '/email': 'E-mail' },
          ...customer,
        },
        order: {
          label: 'Order',
          fields: {
            '/total/amount': 'Order total',
            '/total/currency': 'Currency of the total',
            '/refunded/amount': 'Refunded so far',
            '/refunded/currency': 'Currency of refunds',
            '/placedAt': 'Placed',
            '/lines/*/sku': 'Article',
          },
          money: { '/total': MONEY, '/refunded': MONEY },
          // A line is told by what it sells, wherever it stands.
          keys: { '/lines': 'sku' },
          ...order,
        },
        payment: {
          label: 'Payment',
          fields: {
            '/amount/amount': 'Amount',
            '/amount/currency': 'Currency of the amount',
            '/refunded/amount': 'Refunded so far',
            '/refunded/currency': 'Currency of refunds',
          },
          money: { '/amount': MONEY, '/refunded': MONEY },
          ...payment,
        },
        product: {
          label: 'Product',
          fields: {
            '/onHand': 'On the shelf',
            '/lastCount/counted': 'Counted',
            '/lastCount/at': 'Counted at',
          },
          ...product,
        },
        refund: {
          label: 'Refund',
          fields: {
            '/amount/amount': 'Amount',
            '/amount/currency': 'Currency of the amount',
            '/payTo': 'Paid to',
          },
          money: { '/amount': MONEY },
          ...refund,
        },
        staff: {
          label: 'Member of staff',
          fields: {
            '/permissions/refundLimit': 'Refund limit in euros',
            '/permissions/editsPermissions': 'May change permissions',
            '/permissions/editsPrices': 'May change prices',
            '/lastSignIn': 'Last signed in',
          },
          ...staff,
        },
        // A built-in kind: each event is an RFC 7396 merge patch.
        'price-list': { label: 'Price list', kind: 'merge' },
      },
      upcasters: [
        {
          type: 'OrderPlaced',
          from: 1,
          to: 2,
          upcast: ({ customerId, name, lines, total }: OrderPlacedV1) => {
            const [currency, amount] = total.split(' ');
            return { customer: { id: customerId, name }, lines, total: { amount: Number(amount), currency } };
          },
        },
      ],
    },
  },
});

function plus(a: Order['total'], b: Order['total']): Order['total'] {
  return { amount: Math.round((a.amount + b.amount) * 100) / 100, currency: 'EUR' };
}

function withLine(cart: Cart, sku: string, quantity: number): Cart {
  return { ...cart, lines: { ...cart.lines, [sku]: quantity } };
}
