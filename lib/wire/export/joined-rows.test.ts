import { expect, it } from 'vitest';
import type { EventHeader } from '#core';
import { joinedRows } from './joined-rows.ts';
import { CHANGE_SHAPE } from './rows.ts';

const event = (ordinal: number): EventHeader => ({
  ordinal,
  version: ordinal,
  position: BigInt(ordinal),
  type: 'Priced',
  schemaVersion: 1,
  actor: null,
  occurredAt: 0n,
  recordedAt: 0n,
  recordedHigh: 0n,
  flags: 0,
  removed: false,
  changes: 1,
  mark: null,
});

it('a value that became an object is one row, by the event that came last', () => {
  const rows = joinedRows([
    { path: '/total', before: '12', after: null, event: event(2) },
    { path: '/total/amount', before: null, after: '12', event: event(2) },
    { path: '/total/currency', before: null, after: '"EUR"', event: event(3) },
    { path: '/z', before: '1', after: '2', event: event(1) },
  ]);
  expect(rows.map((row) => CHANGE_SHAPE.cells(row).slice(0, 6))).toEqual([
    ['/total', 'number', { number: '12' }, 'object', '{"amount":12,"currency":"EUR"}', { number: '3' }],
    ['/z', 'number', { number: '1' }, 'number', { number: '2' }, { number: '1' }],
  ]);
});
