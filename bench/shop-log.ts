/**
 * The log of a whole shop to search in: carts, orders and customers by turns, a few hundred of them at work at any time, over one
 * year. The same seed and length give the same events; a longer log is a busier shop, not a longer year.
 *
 * Payloads are merge patches of some 70 bytes, as events that say what happened have them. One event in a hundred arrives hours after it happened.
 */
import type { NewEvent } from '#core';
import { newEvent } from '../lib/testing/new-event.ts';
import { evenly } from './even-numbers.ts';

/** In microseconds. */
export const SHOP_OPENS = 1_735_689_600_000_000n;
export const SHOP_YEAR = 31_536_000_000_000;
const AT_WORK = 400;
const ACTORS = 200;

interface Life {
  readonly entityType: string;
  readonly entityId: string;
  readonly actor: string;
  step: number;
}

/** Of an event: its type and what it says. */
type Told = readonly [type: string, payload: object];
type Draw = () => number;

export function* shopEvents(length: number, seed = 1): Generator<NewEvent, void, undefined> {
  const draw = evenly(seed);
  let born = 0;
  const begin = (): Life => {
    born += 1;
    const kind = draw();
    const entityType = kind < 0.45 ? 'cart' : kind < 0.9 ? 'order' : 'customer';
    const actor = `agent-${Math.floor(draw() * draw() * ACTORS)}@shop.example`;
    return { entityType, entityId: `${entityType[0]}-${seed}-${born}`, actor, step: 0 };
  };
  const lives = Array.from({ length: AT_WORK }, begin);
  for (let index = 0; index < length; index += 1) {
    const place = Math.floor(draw() * AT_WORK);
    const life = lives[place] ?? begin();
    life.step += 1;
    const recordedAt = SHOP_OPENS + BigInt(Math.floor(((index + draw()) / length) * SHOP_YEAR));
    yield eventOf(life, recordedAt, draw);
    if (draw() < 0.03) lives[place] = begin();
  }
}

/** The first so many of a log of `length`. */
export function* shopBeginning(
  count: number,
  length: number,
  seed = 1,
): Generator<NewEvent, void, undefined> {
  let left = count;
  for (const event of shopEvents(length, seed)) {
    if (left === 0) return;
    left -= 1;
    yield event;
  }
}

/** How many events a log has that was recorded at such a rate (events a second): what arrives now was recorded now. */
export const recordedAtRate = (rate: number): number => rate * (SHOP_YEAR / 1_000_000);

function eventOf(life: Life, recordedAt: bigint, draw: Draw): NewEvent {
  const [type, payload] = TELLING[life.entityType]?.(life, draw) ?? ['Changed', {}];
  const isLate = draw() < 0.01;
  return newEvent({
    entityType: life.entityType,
    entityId: life.entityId,
    type,
    payload: JSON.stringify(payload),
    occurredAt: recordedAt - BigInt(Math.floor(draw() * (isLate ? 40_000_000_000 : 300_000))),
    recordedAt,
    actor: life.actor,
    source: 'shop',
    eventId: `${life.entityId}.${life.step}`,
    correlationId: `visit-${life.entityId}-${Math.ceil(life.step / 6)}`,
  });
}

const TELLING: Readonly<Record<string, (life: Life, draw: Draw) => Told>> = {
  cart: ({ step, actor }, draw) => {
    if (step === 1)
      return ['CartCreated', { status: 'open', channel: one(CHANNELS, draw), lines: 0, by: actor }];
    const kind = draw();
    if (kind < 0.5)
      return [
        'ItemAdded',
        { lines: step, last: { sku: sku(draw), quantity: 1 + whole(4, draw), price: price(draw) } },
      ];
    if (kind < 0.7)
      return [
        'CartAbandoned',
        { status: 'abandoned', idleMinutes: whole(240, draw), reason: one(REASONS, draw) },
      ];
    if (kind < 0.9)
      return [
        'SessionStarted',
        { status: 'open', device: one(DEVICES, draw), referrer: `campaign-${whole(60, draw)}` },
      ];
    return [
      'OrderPlaced',
      { status: 'ordered', order: { total: price(draw) * 3, currency: 'EUR', express: draw() < 0.2 } },
    ];
  },
  order: ({ step, actor }, draw) => {
    if (step === 1)
      return [
        'OrderCreated',
        {
          status: 'open',
          amount: price(draw),
          currency: 'EUR',
          address: { city: one(CITIES, draw), zip: String(10_000 + whole(89_999, draw)) },
        },
      ];
    const kind = draw();
    if (kind < 0.3)
      return [
        'LinePriced',
        { amount: price(draw), revision: step, lines: { [sku(draw)]: { price: price(draw) } } },
      ];
    if (kind < 0.55) return ['StatusChanged', { status: one(STATUSES, draw), revision: step, by: actor }];
    if (kind < 0.75)
      return ['PaymentReceived', { paid: price(draw), method: one(METHODS, draw), revision: step }];
    if (kind < 0.9)
      return [
        'LineHeld',
        {
          held: { sku: sku(draw), note: `${one(REASONS, draw)} at desk ${whole(30, draw)}` },
          revision: step,
        },
      ];
    return [
      'AddressChanged',
      { address: { city: one(CITIES, draw), zip: String(10_000 + whole(89_999, draw)) }, revision: step },
    ];
  },
  customer: ({ step }, draw) => {
    if (step === 1)
      return [
        'CustomerRegistered',
        { name: `Customer ${whole(100_000, draw)}`, city: one(CITIES, draw), tier: 'basic' },
      ];
    if (draw() < 0.5) return ['TierChanged', { tier: one(TIERS, draw), limit: whole(50, draw) * 100 }];
    return [
      'ContactChanged',
      { email: `c${whole(100_000, draw)}@mail.example`, city: one(CITIES, draw), consent: draw() < 0.6 },
    ];
  },
};

const CHANNELS = ['web', 'app', 'phone'] as const;
const REASONS = ['too slow', 'out of stock', 'price changed', 'agreed with the customer'] as const;
const DEVICES = ['phone', 'tablet', 'desktop'] as const;
const CITIES = ['Lund', 'Graz', 'Porto', 'Brno', 'Ghent', 'Turku', 'Split', 'Cork'] as const;
const STATUSES = ['open', 'packed', 'held', 'shipped', 'returned', 'paid', 'late', 'closed'] as const;
const METHODS = ['card', 'invoice', 'transfer'] as const;
const TIERS = ['basic', 'silver', 'gold'] as const;

const whole = (below: number, draw: Draw): number => Math.floor(draw() * below);
const price = (draw: Draw): number => whole(20_000, draw) / 100;
const sku = (draw: Draw): string => `SKU-${1000 + whole(400, draw)}`;
const one = <T>(of: readonly [T, ...T[]], draw: Draw): T => of[whole(of.length, draw)] ?? of[0];
