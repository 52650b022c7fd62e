import { beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTER } from '#wire';
import { newEvent } from '../testing/new-event.ts';
import { appForTests } from './app.fixture.ts';
import { MOST_CONSEQUENCES, readReport } from './read-report.ts';
import { writeNote } from './write-note.ts';

const viewer = { name: 'test' };
const ORDER = { namespace: 'main', type: 'order', id: '4711' };
const question = { ...ORDER, axis: 'recorded', at: '9', filter: NO_FILTER, most: 1_000 } as const;

describe('what a report says beside the history', () => {
  const { app, store } = appForTests();

  beforeAll(async () => {
    const own = Array.from({ length: 9 }, (_, index) =>
      newEvent({ eventId: `own-${index + 1}`, payload: `{"a":${index}}`, occurredAt: BigInt(9 - index) }),
    );
    const caused = Array.from({ length: MOST_CONSEQUENCES + 5 }, () =>
      newEvent({ entityType: 'payment', entityId: 'p', causationId: 'own-5' }),
    );
    await store().append({
      namespace: 'main',
      atomic: true,
      items: [...own, ...caused].map((event) => ({ event })),
    });
    const add = async (text: string, from: number, to: number | null = null) => {
      const on = { axis: 'recorded', from, to, path: null } as const;
      const note = {
        eventId: text,
        author: 'alice',
        expectedVersion: null,
        change: { what: 'add', on, text },
      } as const;
      expect(await writeNote(viewer, app(), ORDER, note)).toMatchObject({ ok: true });
    };
    await add('before', 0);
    await add('first', 1);
    await add('stretch', 3, 1);
    await add('fifth', 5);
    await add('ninth', 9);
    await add('gone', 4);
    const change = { what: 'remove', note: 'gone' } as const;
    const removal = { eventId: 'r', author: null, expectedVersion: null, change };
    expect(await writeNote(viewer, app(), ORDER, removal)).toMatchObject({ ok: true });
  });

  const reportOf = async (parts: Partial<Parameters<typeof readReport>[2]> = {}) => {
    const report = await readReport(viewer, app(), { ...question, between: null, ...parts });
    if (!report.ok) throw new Error(report.error.message);
    const { content, counts, absence, isBackwards } = report.value ?? {};
    const { notes, consequences, returned } = content ?? {};
    return {
      counts,
      absence,
      returned,
      isBackwards,
      consequences,
      notes,
      texts: notes?.notes.map(({ text }) => text),
    };
  };

  it('are the notes on its moments, and how many it leaves out', async () => {
    const whole = await reportOf();
    expect(whole.texts).toEqual(['before', 'first', 'stretch', 'fifth', 'ninth']);
    expect(whole.notes).toMatchObject({ removed: 1, outside: 0, unread: 0 });
    expect(whole.counts).toMatchObject({ events: 9, notes: 5 });
    const part = await reportOf({ between: { from: '6', to: '3' }, at: '9' });
    expect(part.texts).toEqual(['stretch', 'fifth', 'ninth']);
    expect([whole.isBackwards, part.isBackwards]).toEqual([false, true]);
    expect(part.notes).toMatchObject({ removed: 1, outside: 2 });
    // As it happened, the fifth event is the fifth from the end, and the first is the last.
    const happened = await reportOf({ axis: 'occurred', at: '8', between: { from: '9', to: '8' } });
    expect(happened.texts).toEqual(['ninth']);
  });

  it('is what changed and came back, whatever is hidden, and that there is more than it tells', async () => {
    const wide = (n: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`w${index}`, n])));
    const story = (id: string, payloads: readonly string[]) =>
      payloads.map((payload) => ({ event: newEvent({ entityId: id, payload }) }));
    const items = [
      ...story('back', ['{"a":1,"b":1}', '{"a":1,"b":2}', '{"a":1,"b":1}', '{"a":2,"b":1}']),
      ...story('wide', [wide(1), wide(2), wide(1)]),
    ];
    await store().append({ namespace: 'main', atomic: true, items });
    const filter = { ...NO_FILTER, types: ['None'] };
    const told = async (id: string, from: string, to: string) => {
      const { returned } = await reportOf({ id, at: to, between: { from, to }, filter });
      return [returned?.events.map(({ header }) => header.version), returned?.isMore];
    };
    expect(await told('back', '1', '4')).toEqual([[2, 3], false]);
    expect(await told('back', '4', '1')).toEqual([[2, 3], false]);
    expect(await told('back', '2', '4')).toEqual([[], false]);
    expect(await told('wide', '1', '3')).toEqual([[2], true]);
  });

  it('is why there is no state', async () => {
    const gone = [
      newEvent({ entityId: 'gone', payload: '{"a":1}' }),
      newEvent({ entityId: 'gone', payload: '{"a":2}', removed: true }),
      newEvent({ entityId: 'gone', payload: '{}' }),
    ];
    await store().append({ namespace: 'main', atomic: true, items: gone.map((event) => ({ event })) });
    const absent = async (at: string) => (await reportOf({ id: 'gone', at })).absence;
    expect(await absent('0')).toEqual({ why: 'before' });
    expect(await absent('1')).toBe(null);
    expect(await absent('2')).toEqual({ why: 'removed', by: 2 });
  });

  it('are the events elsewhere that the listed ones caused, with how many there are', async () => {
    const { consequences } = await reportOf();
    expect(consequences).toMatchObject({ total: MOST_CONSEQUENCES + 5, isMore: false });
    expect(consequences?.rows).toHaveLength(MOST_CONSEQUENCES);
    expect(consequences?.rows[0]).toMatchObject({ entityType: 'payment', version: 1, how: 'caused', of: 5 });
    const before = await reportOf({ at: '4' });
    expect(before.consequences).toMatchObject({ total: 0, rows: [] });
  });
});
