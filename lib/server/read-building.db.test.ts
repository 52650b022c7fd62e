import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { withClient } from '../database/with-client.ts';
import { newEvent } from '../testing/new-event.ts';
import { answerOrBuilding } from './answer-or-building.ts';
import { appForTests } from './app.fixture.ts';
import type { App } from './app.ts';
import { historyName } from './history/history-name.ts';
import { readBuilding } from './read-building.ts';
import { readState } from './read-state.ts';

const viewer = { name: 'test' };
const EVENTS = 9_000;
const BATCH = 4_500;
const QUESTION = { namespace: 'main', type: 'long', id: '1', axis: null };

describe('the building of a long history', () => {
  const { another, store, database } = appForTests();
  const numbered = (n: number) =>
    newEvent({ entityType: 'long', entityId: '1', payload: `{"n":${n}}`, recordedAt: BigInt(n) });

  beforeAll(async () => {
    for (let from = 0; from < EVENTS; from += BATCH) {
      const items = Array.from({ length: BATCH }, (_, index) => ({ event: numbered(from + index + 1) }));
      await store().append({ namespace: 'main', items, atomic: true });
    }
  });

  /** With nothing in memory and no read model. */
  const emptied = async (): Promise<App> => {
    await store().segments.drop();
    return another();
  };
  const newest = async (by: App): Promise<string> => {
    const state = await readState(viewer, by, { ...QUESTION, at: 'latest' });
    if (!state.ok || !state.value.exists) throw new Error(JSON.stringify(state));
    return state.value.text;
  };
  const progress = async (by: App) => {
    const building = await readBuilding(viewer, by, QUESTION);
    if (!building.ok || building.value === null) throw new Error('no answer');
    return building.value.progress;
  };
  const nameOf = async (by: App) => {
    const stream = await store().stream({ namespace: 'main', entityType: 'long', entityId: '1' });
    if (stream === null) throw new Error('no stream');
    return historyName(by.config, stream, 'recorded', 'replace', EVENTS);
  };

  it('is counted from nothing to its last event, for everybody who asks', async () => {
    const by = await emptied();
    const fold = by.fold.segments.bind(by.fold);
    const counted: number[] = [];
    const folds = vi.spyOn(by.fold, 'segments').mockImplementation((what) =>
      fold({
        ...what,
        onAdded: (events) => {
          what.onAdded?.(events);
          counted.push(by.builds.of(name)?.folded ?? -1);
        },
      }),
    );
    const name = await nameOf(by);
    expect(await progress(by)).toBeNull();
    const asking = [newest(by), newest(by)];
    await vi.waitUntil(async () => (await progress(by)) !== null, { interval: 1 });
    expect(await progress(by)).toMatchObject({ events: EVENTS });
    expect(await Promise.all(asking)).toEqual([`{"n":${EVENTS}}`, `{"n":${EVENTS}}`]);
    expect(folds).toHaveBeenCalledTimes(1);
    expect(counted.length).toBeGreaterThan(2);
    expect(counted).toEqual([...counted].sort((one, other) => one - other));
    expect(counted.at(-1)).toBe(EVENTS);
    expect(await progress(by)).toBeNull();
    await by.histories.settled();
  });

  it('takes the place of an answer that does not come soon, and of none that does', async () => {
    const by = await emptied();
    const answering = newest(by);
    const first = await answerOrBuilding(viewer, by, QUESTION, answering, 1);
    expect(first).toMatchObject({ building: { events: EVENTS } });
    await answering;
    expect(await answerOrBuilding(viewer, by, QUESTION, newest(by))).toEqual({ answer: `{"n":${EVENTS}}` });
    // Slow, but not for a build.
    const slow = pause(30, 'late');
    expect(await answerOrBuilding(viewer, by, QUESTION, slow, 5)).toEqual({ answer: 'late' });
    const failing = pause(10).then(() => Promise.reject(new Error('a bug')));
    await expect(answerOrBuilding(viewer, by, QUESTION, failing)).rejects.toThrow('a bug');
    await by.histories.settled();
  });

  it('is done once by two processes, and the second takes what the first kept', async () => {
    const apps = [await emptied(), another()];
    const folds = apps.map((by) => vi.spyOn(by.fold, 'segments'));
    expect(await Promise.all(apps.map(newest))).toEqual([`{"n":${EVENTS}}`, `{"n":${EVENTS}}`]);
    expect(folds.flatMap((spy) => spy.mock.calls)).toHaveLength(1);
    await Promise.all(apps.map((by) => by.histories.settled()));
    expect(await connections()).toBe(0);
  });

  it('goes on when the process that had its turn is killed', async () => {
    const by = await emptied();
    const turn = await store().segments.turn(await nameOf(by), () => undefined);
    const folds = vi.spyOn(by.fold, 'segments');
    const asked = newest(by);
    await vi.waitUntil(async () => (await connections()) === 2, { timeout: 10_000, interval: 20 });
    expect(await progress(by)).toMatchObject({ events: EVENTS, folded: 0 });
    expect(folds).not.toHaveBeenCalled();
    await withClient(database().url, (client) =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM (SELECT pid ${BUILDERS} ORDER BY backend_start LIMIT 1) AS first`,
      ),
    );
    expect(await asked).toBe(`{"n":${EVENTS}}`);
    await by.histories.settled();
    await turn.over();
    expect(await connections()).toBe(0);
  });

  it('says why it could not be built, until it is', async () => {
    await store().registerProjection('main', 'rule', 'reducer', 'test');
    await store().append({
      namespace: 'main',
      atomic: true,
      items: [{ event: newEvent({ entityType: 'rule' }) }],
    });
    const by = another();
    const question = { ...QUESTION, type: 'rule', id: '4711' };
    expect(await readBuilding(viewer, by, question)).toEqual({ ok: true, value: { progress: null } });
    const state = await readState(viewer, by, { ...question, at: 'latest' });
    expect(state).toMatchObject({ ok: false, error: { code: 'CS-522' } });
    expect(await readBuilding(viewer, by, question)).toEqual(state);
  });

  const BUILDERS = `FROM pg_stat_activity WHERE application_name = 'chronoscope builder' AND datname = current_database()`;
  const connections = () =>
    withClient(database().url, async (client) => (await client.query(`SELECT ${BUILDERS}`)).rowCount ?? 0);
});
