import { describe, expect, it } from 'vitest';
import { formatInstant } from '#core';
import type { FoundEventAnswer } from '#wire';
import { rowActions, valueActions, valueText } from './result-actions.ts';

const event: FoundEventAnswer = {
  position: '812',
  entityType: 'staff',
  entityId: 'tove.lind',
  version: 31,
  type: 'RefundLimitChanged',
  actor: null,
  source: 'shop',
  eventId: 'e-1',
  correlationId: 'c-8',
  causationId: null,
  recordedAt: formatInstant(1_773_500_000_000_000n),
  occurredAt: formatInstant(1_773_500_000_000_000n),
  recordedIsOurs: false,
  occurredIsOurs: false,
  removed: false,
  late: true,
  outOfOrder: false,
  links: [],
  changes: [{ path: '/permissions/refundLimit', value: '20000', isCut: false }],
  changed: 1,
};

/** The query after each item that changes it. */
function queriesOf(column: Parameters<typeof valueActions>[0], text = 'late'): readonly string[] {
  const queries: string[] = [];
  const actions = { text, clock: { now: 0n, zone: 'UTC' }, onText: (next: string) => queries.push(next) };
  for (const { text: name, onChoose } of valueActions(column, event, actions))
    if (!name.startsWith('Copy')) onChoose();
  return queries;
}

describe('what can be done with a value of a row', () => {
  it('is to look only for events like it, and to leave them out', () => {
    expect(queriesOf('type')).toEqual(['late type:RefundLimitChanged', 'late -type:RefundLimitChanged']);
    expect(queriesOf('entity').slice(0, 2)).toEqual([
      'late entity:staff/tove.lind',
      'late -entity:staff/tove.lind',
    ]);
    expect(queriesOf('correlation')).toEqual(['late correlation:c-8', 'late -correlation:c-8']);
    expect(queriesOf('position')).toEqual(['late position:812', 'late -position:812']);
    expect(queriesOf('changes')).toEqual([
      'late path:/permissions/refundLimit',
      'late -path:/permissions/refundLimit',
    ]);
    expect(queriesOf('marks')).toEqual(['late is:late', 'late -is:late']);
  });

  it('asks for events without an actor where the row has none', () => {
    expect(queriesOf('actor')).toEqual(['late -actor:*', 'late actor:*']);
  });

  it('moves one end of the range of times and keeps the other', () => {
    expect(queriesOf('recorded', 'recorded:2026..')).toEqual([
      'recorded:>=2026-03-14T14:53:20Z',
      'recorded:2026-01-01T00:00:00Z..<2026-03-14T14:53:20.000001Z',
    ]);
  });

  it('is to copy it, and where it is not known to copy that', () => {
    expect(valueText('changes', event)).toBe('/permissions/refundLimit 20000');
    expect(valueText('changes', { ...event, changes: [], changed: null })).toBe('not known yet');
    expect(valueText('changes', { ...event, changes: [], changed: 0 })).toBe('');
  });

  it('is all of it in one menu where there is no room for more', () => {
    const actions = { text: '', clock: { now: 0n, zone: 'UTC' }, onText: () => undefined };
    const names = rowActions(event, actions).map(({ text }) => text);
    expect(names).toContain('Only type RefundLimitChanged');
    expect(names).toContain('Only with an actor');
    expect(new Set(names).size).toBe(names.length);
  });
});
