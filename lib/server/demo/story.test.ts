import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoadedConfig, loadConfig, projectRoot } from '#config';
import { type History, type NewEvent, parseExact, type StoredEvent, stateText } from '#core';
import { storedEvent } from '#testing';
import { FoldPool } from '../fold/fold-pool.ts';
import { foldWhole } from '../fold/whole-fold.fixture.ts';
import { STORY_BEGINS, STORY_ENDS } from './calendar.ts';
import { INCIDENT } from './incident.ts';
import { demoEvents } from './story.ts';

const told = demoEvents();
const streams = grouped(({ entityType, entityId }) => `${entityType}/${entityId}`);

function grouped(keyOf: (event: NewEvent) => string): Map<string, NewEvent[]> {
  const groups = new Map<string, NewEvent[]>();
  for (const event of told) groups.set(keyOf(event), [...(groups.get(keyOf(event)) ?? []), event]);
  return groups;
}

let cacheDir: string;
let config: LoadedConfig;
let pool: FoldPool;

beforeAll(async () => {
  cacheDir = mkdtempSync(path.join(tmpdir(), 'chronoscope-demo-'));
  const loaded = await loadConfig(path.join(projectRoot(), 'chronoscope.config.ts'), cacheDir);
  if (!loaded.ok) throw new Error(loaded.error.message);
  config = loaded.value;
  pool = new FoldPool(config);
});

afterAll(async () => {
  await pool.close();
  rmSync(cacheDir, { recursive: true, force: true });
});

function stored(events: readonly NewEvent[]): StoredEvent[] {
  return events.map((event, index) => {
    const { entityType, entityId, occurredAt, recordedAt, ...same } = event;
    const times = {
      occurredAt: occurredAt ?? 0n,
      recordedAt: recordedAt ?? 0n,
      recordedHigh: recordedAt ?? 0n,
    };
    return storedEvent({
      ...same,
      ...times,
      version: index + 1,
      leafHash: `${entityType}/${entityId}/${index}`,
    });
  });
}

async function historyOf(name: string): Promise<History> {
  const events = streams.get(name) ?? [];
  const entityType = name.split('/')[0] ?? '';
  const kind = config.kindOf('demo', entityType);
  if (kind === null) throw new Error(`nothing folds ${entityType}`);
  const keys = config.keysOf('demo', entityType);
  const stream = {
    events: stored(events),
    namespace: 'demo',
    entityType,
    kind,
    keys,
    axis: 'recorded',
  } as const;
  const history = await foldWhole(pool, stream);
  if (!history.ok) throw new Error(history.error.message);
  return history.value;
}

describe('the demo story', () => {
  it('is the same each time it is told', () => {
    expect(demoEvents()).toEqual(told);
    const ids = new Set(told.map(({ eventId }) => eventId));
    expect(ids.size).toBe(told.length);
  });

  it('has about 5,000 events in 18 months, and long streams', () => {
    expect(told.length).toBeGreaterThan(4_500);
    expect(told.length).toBeLessThan(5_500);
    expect(streams.get('product/A-100')?.length).toBeGreaterThan(400);
    const longOrders = [...streams].filter(
      ([name, events]) => name.startsWith('order/') && events.length >= 15,
    );
    expect(longOrders.length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...longOrders.map(([, events]) => events.length))).toBeLessThanOrEqual(40);
    for (const { occurredAt, recordedAt } of told) {
      expect(occurredAt).toBeGreaterThanOrEqual(BigInt(STORY_BEGINS) * 1_000n);
      expect(recordedAt).toBeLessThan(BigInt(STORY_ENDS) * 1_000n);
      expect(recordedAt).toBeGreaterThan(occurredAt ?? 0n);
    }
  });

  it('is told in the order it was recorded, with late events in it', () => {
    const times = told.map(({ recordedAt }) => recordedAt ?? 0n);
    expect(times.every((time, index) => index === 0 || (times[index - 1] ?? 0n) <= time)).toBe(true);
    const hour = 3_600_000_000n;
    const late = told.filter(({ occurredAt, recordedAt }) => (recordedAt ?? 0n) - (occurredAt ?? 0n) > hour);
    expect(late.length).toBeGreaterThan(100);
    const outOfOrder = [...streams.values()].filter((events) =>
      events.some(
        (event, index) => index > 0 && (event.occurredAt ?? 0n) < (events[index - 1]?.occurredAt ?? 0n),
      ),
    );
    expect(outOfOrder.length).toBeGreaterThan(20);
  });

  it('never records an effect before its cause, but for what arrives late', () => {
    const places = new Map(told.map(({ eventId }, place) => [eventId, place]));
    const early = told.filter(
      ({ causationId, actor }, place) =>
        causationId !== null &&
        actor !== 'nordpay' &&
        (places.get(causationId) ?? Number.POSITIVE_INFINITY) > place,
    );
    expect(early.map(({ eventId }) => eventId)).toEqual([]);
  });

  it('follows one visit from the cart to the refund', () => {
    const visits = grouped(({ correlationId }) => correlationId ?? '');
    const types = (events: readonly NewEvent[]) => new Set(events.map(({ entityType }) => entityType));
    const whole = [...visits.values()].filter(
      (events) => types(events).size === 5 && types(events).has('refund'),
    );
    expect(whole.length).toBeGreaterThan(10);
  });

  it('hides an incident that the history of one field gives away', async () => {
    const history = await historyOf(`staff/${INCIDENT.who}`);
    const limits = history.fieldHistory('/permissions/refundLimit');
    expect(limits.map(({ text }) => text)).toEqual(['200', '20000', '200']);
    const [, widened, narrowed] = limits.map(({ ordinal }) => history.event(ordinal));
    expect(widened?.actor).toBe(`staff:${INCIDENT.helper}`);
    expect(Number(((narrowed?.occurredAt ?? 0n) - (widened?.occurredAt ?? 0n)) / 3_600_000_000n)).toBe(40);
    const granted = told.filter(
      ({ type, payload }) => type === 'RefundRequested' && payload.includes(`"payTo":"${INCIDENT.payee}"`),
    );
    expect(granted).toHaveLength(3);
    for (const { occurredAt } of granted) {
      expect(occurredAt).toBeGreaterThan(widened?.occurredAt ?? 0n);
      expect(occurredAt).toBeLessThan(narrowed?.occurredAt ?? 0n);
    }
  });

  it('has numbers that only exact JSON keeps', () => {
    const spelled = told.filter(({ payload }) => {
      const parsed = parseExact(payload);
      return parsed.ok && JSON.stringify(JSON.parse(payload)) !== payload;
    });
    expect(new Set(spelled.map(({ type }) => type))).toEqual(new Set(['PricesSet', 'PaymentAuthorised']));
    expect(told.find(({ type }) => type === 'PricesSet')?.payload).toContain(
      '"A-100":{"price":1.10,"currency":"EUR"}',
    );
  });

  it('says by its sku which line of an order was corrected', async () => {
    const corrected = told.filter(({ type }) => type === 'LineCorrected');
    expect(corrected.length).toBeGreaterThan(0);
    for (const { entityType, entityId, payload } of corrected) {
      const history = await historyOf(`${entityType}/${entityId}`);
      const { sku } = JSON.parse(payload) as { sku: string };
      const corrections = history.fieldHistory(`/lines/~=${sku}/quantity`).slice(1);
      expect(corrections.map(({ ordinal }) => history.event(ordinal).type)).toContain('LineCorrected');
    }
  });

  it('folds without an error, and brings both schema versions of an order to one shape', async () => {
    const marks = new Map<string, number>();
    const totals = new Set<string>();
    for (const name of streams.keys()) {
      const history = await historyOf(name);
      for (let ordinal = 1; ordinal <= history.length; ordinal += 1) {
        const { mark, type, schemaVersion } = history.event(ordinal);
        if (mark !== null) marks.set(`${mark.kind} ${type}`, 1 + (marks.get(`${mark.kind} ${type}`) ?? 0));
        if (type !== 'OrderPlaced') continue;
        const state: unknown = JSON.parse(stateText(history.stateAt(ordinal)) ?? 'null');
        expect(state).toMatchObject({
          customer: { name: expect.any(String) },
          total: { amount: expect.any(Number), currency: 'EUR' },
        });
        totals.add(`schema ${schemaVersion}`);
      }
    }
    expect([...marks.keys()].sort()).toEqual(['literalLost PaymentAuthorised', 'notHandled SurveyAnswered']);
    expect([...totals].sort()).toEqual(['schema 1', 'schema 2']);
  });
});
