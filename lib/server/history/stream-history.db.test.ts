import { describe, expect, it, vi } from 'vitest';
import { decodeHistory, stateText } from '#core';
import { withClient } from '../../database/with-client.ts';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import type { App } from '../app.ts';
import { readBlame } from '../read-blame.ts';
import { readDiff } from '../read-diff.ts';
import { readHistory } from '../read-history.ts';
import { readOutline } from '../read-outline.ts';
import { readSegment } from '../read-segment.ts';
import { readState } from '../read-state.ts';
import { Histories } from './histories.ts';

const viewer = { name: 'test' };
const EVENTS = 9_000;
const BATCH = 3_000;

describe('a stream of several segments', () => {
  const { another, store, database } = appForTests();
  let filled: Promise<void> | undefined;

  /** `n` counts up, `note` is there in every hundredth state only. */
  const fill = async (): Promise<void> => {
    await store().registerProjection('main', 'long', 'replace', 'test');
    for (let from = 0; from < EVENTS; from += BATCH) {
      const items = Array.from({ length: BATCH }, (_, index) => ({ event: numbered(from + index + 1) }));
      const receipt = await store().append({ namespace: 'main', items, atomic: true });
      if (!receipt.ok) throw new Error(receipt.error.message);
    }
  };
  /** An app that has nothing in memory, as after a restart. */
  const restarted = async (): Promise<App> => {
    filled ??= fill();
    await filled;
    return another();
  };
  const stateAt = async (by: App, at: string, axis: 'recorded' | 'occurred' = 'recorded') => {
    const state = await readState(viewer, by, { ...QUESTION, axis, at });
    if (!state.ok) throw new Error(state.error.message);
    return state.value.exists ? { version: state.value.version, text: state.value.text } : null;
  };

  it('is folded once, however many ask at once, and then never again', async () => {
    const first = await restarted();
    const folds = vi.spyOn(first.fold, 'segments');
    const versions = [1, 99, 100, 4_096, 4_097, 8_192, 8_193, EVENTS];
    const answers = await Promise.all(versions.map((version) => stateAt(first, String(version))));
    expect(answers).toEqual(versions.map((version) => ({ version, text: textOf(version) })));
    expect(folds).toHaveBeenCalledTimes(1);
    // The open segment is kept behind the first answer, and whoever opens the history before that does not find it.
    const kept = () =>
      withClient(database().url, async (client) => (await client.query('SELECT FROM open_segment')).rowCount);
    await expect.poll(kept, { timeout: 20_000 }).toBe(1);

    const second = await restarted();
    const again = vi.spyOn(second.fold, 'segments');
    expect(await stateAt(second, '5000')).toEqual({ version: 5_000, text: textOf(5_000) });
    expect(again).toHaveBeenCalledTimes(0);
    expect(await stateAt(second, 'latest')).toEqual({ version: EVENTS, text: textOf(EVENTS) });
    expect(again).toHaveBeenCalledTimes(0);
  });

  it('answers diff, blame and whole history across its segments', async () => {
    const by = await restarted();
    const diff = await readDiff(viewer, by, { ...QUESTION, axis: 'recorded', from: '4000', to: '8999' });
    if (!diff.ok || diff.value === null) throw new Error('no diff');
    expect(diff.value.changes).toMatchObject([
      { path: '/n', before: '4000', after: '8999', event: { version: 8_999 } },
      // Gone with the event after every hundredth, which here is in a segment between the two.
      { path: '/note', before: '"4000"', after: null, event: { version: 8_901 } },
    ]);
    const blame = await readBlame(viewer, by, { ...QUESTION, axis: 'recorded', at: '8192' });
    expect(blame).toMatchObject({
      value: { lines: [{ path: '/fixed', event: { version: 1 } }, { path: '/n' }] },
    });
    const whole = await readHistory(viewer, by, { ...QUESTION, axis: 'recorded' });
    expect(whole).toMatchObject({ ok: true, value: { head: EVENTS } });
  });

  it('is built again after its read models were dropped, and goes on where a build was cut short', async () => {
    const by = await restarted();
    expect(await store().segments.drop()).toBeGreaterThan(0);
    by.histories.forget();
    const kept = vi.spyOn(store().segments, 'keep').mockImplementationOnce(async (...parts) => {
      kept.mockRestore();
      await store().segments.keep(...parts);
      throw new Error('killed');
    });
    // The answer does not wait for what is written behind it.
    expect(await stateAt(by, '1')).toEqual({ version: 1, text: textOf(1) });
    await by.histories.settled();
    for (const other of [await restarted(), by]) {
      const folds = vi.spyOn(other.fold, 'segments');
      expect(await stateAt(other, '8192')).toEqual({ version: 8_192, text: textOf(8_192) });
      expect(folds.mock.calls[0]?.[0].job.after).not.toBeNull();
      await other.histories.settled();
      await withClient(database().ownerUrl, (client) =>
        client.query('DELETE FROM history_segment WHERE place > 0'),
      );
    }
  });

  it.each([
    'UPDATE segment SET bytes = set_byte(bytes, 40, 255 - get_byte(bytes, 40))',
    'UPDATE segment SET bytes = set_byte(bytes, 2, 255 - get_byte(bytes, 2))',
    'UPDATE segment SET bytes = substring(bytes FROM 1 FOR 1000)',
    "UPDATE segment SET bytes = ''",
    'UPDATE segment SET bytes = (SELECT bytes FROM segment ORDER BY hash LIMIT 1)',
    'DELETE FROM segment',
    'DELETE FROM history_segment WHERE place = 0',
    'UPDATE history_segment SET clock = clock + 1000000000',
    'UPDATE history_segment SET first = first + 1, last = last + 1',
    "UPDATE history_segment SET hash = repeat('0', 64) WHERE place = 1",
    'UPDATE history_segment SET touched = set_byte(touched, 0, 255 - get_byte(touched, 0))',
    'UPDATE open_segment SET bytes = set_byte(bytes, 40, 255 - get_byte(bytes, 40))',
    'UPDATE open_segment SET bytes = (SELECT bytes FROM segment ORDER BY hash LIMIT 1)',
    'UPDATE open_segment SET last = last - 1',
    "UPDATE open_segment SET hash = repeat('0', 64)",
    'DELETE FROM open_segment',
  ])('heals from the log: %s', async (damage) => {
    await stateAt(await restarted(), 'latest');
    const harm = () => withClient(database().ownerUrl, (client) => client.query(damage));
    await harm();
    const whole = await readHistory(viewer, await restarted(), { ...QUESTION, axis: 'recorded' });
    const history = decodeHistory(whole.ok && whole.value !== null ? whole.value.bytes : new Uint8Array());
    expect(history.ok && stateText(history.value.stateAt(5_000))).toBe(textOf(5_000));

    await harm();
    const by = await restarted();
    for (const version of [1, 4_096, 4_097, 8_192, EVENTS]) {
      const at = instant(BigInt(version) * SECOND);
      expect(await stateAt(by, at)).toEqual({ version, text: textOf(version) });
    }
  });

  it('is let go of when what was folded for it outgrows the room for open histories', async () => {
    const by = await restarted();
    const stream = await store().stream({ namespace: 'main', entityType: 'long', entityId: '1' });
    if (stream === null) throw new Error('no stream');
    // With closed segments in the store, opening it folds nothing.
    await stateAt(await restarted(), 'latest');
    await by.histories.settled();
    await withClient(database().ownerUrl, (client) => client.query('DELETE FROM open_segment'));
    const narrow = new Histories(by, 5_000);
    const asked = { stream, axis: 'recorded', kind: 'replace', version: EVENTS } as const;
    const first = await narrow.of(asked);
    expect(await narrow.of(asked)).toBe(first);
    // Its open segment alone takes more than there is room for.
    expect(first.ok && (await first.value.ask((history) => history.stateAt(EVENTS).length))).toMatchObject({
      ok: true,
    });
    expect(await narrow.of(asked)).not.toBe(first);
  });

  it('hands out no damaged segment, and has it again in the next outline', async () => {
    const by = await restarted();
    const outline = async () => {
      const read = await readOutline(viewer, by, { ...QUESTION, axis: 'recorded' });
      if (!read.ok || read.value === null) throw new Error('no outline');
      return read.value.segments.map(({ hash }) => hash);
    };
    const before = await outline();
    const [first] = before;
    const flip = 'UPDATE segment SET bytes = set_byte(bytes, 99, 255 - get_byte(bytes, 99)) WHERE hash = $1';
    await withClient(database().ownerUrl, (client) => client.query(flip, [first]));
    expect(await readSegment(viewer, by, first ?? '')).toMatchObject({ error: { code: 'CS-523' } });
    expect(await outline()).toEqual(before);
    expect(await readSegment(viewer, by, first ?? '')).toMatchObject({ ok: true });
  });

  it('goes on in the open segment that was kept, to the same bytes', async () => {
    const first = await restarted();
    await stateAt(first, 'latest');
    await first.histories.settled();
    const more = Array.from({ length: 3 }, (_, index) => ({ event: numbered(EVENTS + index + 1) }));
    await store().append({ namespace: 'main', items: more, atomic: true });
    const by = await restarted();
    const folds = vi.spyOn(by.fold, 'segments');
    // What was kept answers for what lies in it.
    expect(await stateAt(by, String(EVENTS))).toEqual({ version: EVENTS, text: textOf(EVENTS) });
    expect(folds).toHaveBeenCalledTimes(0);
    expect(await stateAt(by, 'latest')).toEqual({ version: EVENTS + 3, text: textOf(EVENTS + 3) });
    expect(folds.mock.calls[0]?.[0].job.open).not.toBeNull();
    const goneOn = await readHistory(viewer, by, { ...QUESTION, axis: 'recorded' });
    await store().segments.drop();
    const anew = await readHistory(viewer, await restarted(), { ...QUESTION, axis: 'recorded' });
    expect(goneOn.ok && goneOn.value?.bytes).toEqual(anew.ok && anew.value?.bytes);
  });

  it('keeps on the occurred axis what lies before a late event', async () => {
    const by = await restarted();
    expect(await stateAt(by, '4000', 'occurred')).toEqual({ version: 4_000, text: textOf(4_000) });
    const event = { ...numbered(EVENTS + 4), payload: '{"late":true}', occurredAt: 5_000n * SECOND + 1n };
    await store().append({ namespace: 'main', items: [{ event }], atomic: true });
    const folds = vi.spyOn(by.fold, 'segments');
    expect(await stateAt(by, instant(5_000n * SECOND + 1n), 'occurred')).toEqual({
      version: EVENTS + 4,
      text: '{"late":true}',
    });
    expect(await stateAt(by, instant(5_001n * SECOND), 'occurred')).toEqual({
      version: 5_001,
      text: textOf(5_001),
    });
    expect(folds).toHaveBeenCalledTimes(1);
    expect(folds.mock.calls[0]?.[0].job.after).not.toBeNull();
    const { rows } = await withClient(database().ownerUrl, (client) =>
      client.query(`SELECT count(DISTINCT known_version)::int AS versions, count(DISTINCT hash)::int AS named,
        (SELECT count(*)::int FROM segment) AS kept FROM history_segment WHERE known_version > 0`),
    );
    expect(rows).toEqual([{ versions: 1, named: 2, kept: 4 }]);
    // What was known before stays as it was.
    const before = await readState(viewer, by, {
      ...QUESTION,
      axis: 'occurred',
      at: instant(5_000n * SECOND + 2n),
      upTo: EVENTS,
    });
    expect(before).toMatchObject({ value: { version: 5_000 } });
  });
});

const QUESTION = { namespace: 'main', type: 'long', id: '1' };
const SECOND = 1_000_000n;

const instant = (micros: bigint): string =>
  `1970-01-01T${new Date(Number(micros / 1_000n)).toISOString().slice(11, 19)}.${String(micros % SECOND).padStart(6, '0')}Z`;

function textOf(version: number): string {
  return `{"fixed":true,"n":${version}${version % 100 === 0 ? `,"note":"${version}"` : ''}}`;
}

function numbered(version: number) {
  const at = BigInt(version) * SECOND;
  return newEvent({
    entityType: 'long',
    entityId: '1',
    eventId: `long-${version}`,
    payload: textOf(version),
    occurredAt: at,
    recordedAt: at,
  });
}
