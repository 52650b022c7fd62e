/** Real audit logs, by the counts that their own descriptions give. */
import { describe, expect, test } from 'vitest';
import type { NewEvent } from '#core';
import { sharedNames, sharedPath, sharedText } from '#testing';
import { ReadMeter } from './input.ts';
import { findInputs, openSource } from './open-source.ts';
import type { SourceItem } from './source.ts';

type Format = 'cloudtrail' | 'k8s-audit';

describe('cloudtrail', () => {
  test('2,900 records are 2,900 events, 14 of them about several entities', async () => {
    const items = await read('cloudtrail', ['data/cloudtrail/events.ndjson']);
    const events = eventsOf(items);
    expect([items.length, events.length]).toEqual([2900, 2900]);
    expect(events.filter(({ links }) => links.length > 0)).toHaveLength(14);
    expect(events.filter(({ payload }) => Object.hasOwn(JSON.parse(payload), 'errorCode'))).toHaveLength(300);
    expect(events.filter(({ actor }) => actor === null)).toHaveLength(77);
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(2900);
    expect(events.every(({ recordedAt, occurredAt }) => recordedAt === null && occurredAt !== null)).toBe(
      true,
    );
  });

  test('records of delivered files come out as they stand there, numbers like 1.688560107857E9 too', async () => {
    const names = sharedNames('data/cloudtrail/raw').map((name) => `data/cloudtrail/raw/${name}`);
    const text = names.map(sharedText).join('\n');
    const delivered = eventsOf(await read('cloudtrail', names));
    expect(delivered).toHaveLength(2900);
    expect(delivered.filter(({ payload }) => !text.includes(payload))).toEqual([]);
    expect(delivered.some(({ payload }) => payload.includes('1.688560107857E9'))).toBe(true);
  });
});

describe('k8s-audit', () => {
  test('88 events, and the broken record refused by file and line', async () => {
    const falco = sharedNames('data/k8s-audit/falco').map((name) => `data/k8s-audit/falco/${name}`);
    const items = await read('k8s-audit', [...falco, 'data/k8s-audit/audit2rbac-demo.log']);
    expect(eventsOf(items)).toHaveLength(88);
    const refusals = items.flatMap((item) => (item.ok ? [] : [item.refusal]));
    expect(refusals).toMatchObject([
      { place: sharedPath('data/k8s-audit/falco/fal_01_003.json:1'), code: 'CS-207' },
    ]);
    const removed = eventsOf(items).filter((event) => event.removed);
    expect(removed.every(({ type }) => type === 'delete')).toBe(true);
    expect(removed).toHaveLength(9);
  });
});

async function read(format: Format, names: readonly string[]): Promise<SourceItem[]> {
  const inputs = await findInputs({ format }, names.map(sharedPath));
  if (!inputs.ok) throw new Error(inputs.error.message);
  const context = { name: null, eventIdKey: '00', zone: null, namePrefix: '' };
  const items: SourceItem[] = [];
  for await (const item of openSource({ format }, inputs.value, context, new ReadMeter()).items())
    items.push(item);
  return items;
}

function eventsOf(items: readonly SourceItem[]): readonly NewEvent[] {
  return items.flatMap((item) => (item.ok ? [item.event] : []));
}
