/** Pairs of documents to compare: orders with their lines, as an API gives them. */
import type { DeclaredKey } from '#core';
import { drawing } from './statistics.ts';

export interface DocumentPair {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

type Line = {
  sku: string;
  quantity: number;
  price: number;
  note: string;
  place: { row: number; shelf: string };
};
type Order = { id: string; status: string; customer: { name: string; city: string }; lines: Line[] };

const SIZES = [
  { name: '100 KB', orders: 50 },
  { name: '1 MB', orders: 500 },
];
const LINES = 16;

export function documentPairs(): DocumentPair[] {
  return SIZES.flatMap(({ name, orders }) => [
    pairOf(`${name}, one field in a hundred changed`, orders, changeFields),
    pairOf(`${name}, a line put in front of every tenth list`, orders, insertLines),
    pairOf(`${name}, the last line of every tenth list moved to its front and changed`, orders, moveLines),
  ]);
}

/** What tells the members of its lists apart. */
export const DOCUMENT_KEYS: readonly DeclaredKey[] = [
  ['/orders', 'id'],
  ['/orders/*/lines', 'sku'],
];

/** A key that many a library takes for something else. */
export const PROTO_PAIR: DocumentPair = {
  name: '`__proto__` as an own key',
  before: '{"a":{"__proto__":{"role":"clerk"}}}',
  after: '{"a":{"__proto__":{"role":"admin"}}}',
};

function pairOf(name: string, orders: number, change: (orders: Order[]) => void): DocumentPair {
  const document = Array.from({ length: orders }, (_, nth) => orderOf(nth));
  const before = JSON.stringify({ orders: document });
  change(document);
  return { name, before, after: JSON.stringify({ orders: document }) };
}

function orderOf(nth: number): Order {
  return {
    id: `O-${nth}`,
    status: 'open',
    customer: { name: `Customer ${nth}`, city: `City ${nth % 40}` },
    lines: Array.from({ length: LINES }, (_, line) => lineOf(nth, line)),
  };
}

function lineOf(nth: number, line: number): Line {
  return {
    sku: `SKU-${nth}-${line}`,
    quantity: (nth + line) % 20,
    price: ((nth * 37 + line * 101) % 10_000) / 100,
    note: `at desk ${(nth * line) % 30}, as agreed`,
    place: { row: line, shelf: `S${nth % 12}` },
  };
}

function changeFields(orders: Order[]): void {
  const draw = drawing(29);
  for (const order of orders) {
    const line = order.lines[draw(0, LINES - 1)];
    if (line !== undefined) line.quantity += 1;
  }
}

function insertLines(orders: Order[]): void {
  for (let nth = 0; nth < orders.length; nth += 10) orders[nth]?.lines.unshift(lineOf(nth, 99));
}

function moveLines(orders: Order[]): void {
  for (let nth = 0; nth < orders.length; nth += 10) {
    const lines = orders[nth]?.lines ?? [];
    const last = lines.pop();
    if (last !== undefined) lines.unshift({ ...last, quantity: last.quantity + 1 });
  }
}
