/** What the browser's worker answers from the server's segments, held against the server's own answers, byte for byte. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Axis, type DiffEntry, type EventHeader, type Leaf, stateText } from '#core';
import { blameJson, changesJson, outlineJson } from '#wire';
import { pageOf } from '../client/replay/event-book.ts';
import { channelTo } from '../client/replay/replay.fixture.ts';
import { Replay } from '../client/replay/replay.ts';
import { newEvent } from '../testing/new-event.ts';
import { appForTests } from './app.fixture.ts';
import { readBlame } from './read-blame.ts';
import { readDiff } from './read-diff.ts';
import { readOutline } from './read-outline.ts';
import { readSegment } from './read-segment.ts';
import { readState } from './read-state.ts';

const viewer = { name: 'test' };
const ENTITY = { namespace: 'main', type: 'meter', id: '1' };
const EVENTS = 9_500;
const VERSIONS = [1, 2, 97, 4_095, 4_096, 4_097, 5_000, 8_192, 8_193, EVENTS];
const unzip = promisify(gunzip);

describe.each<Axis>(['recorded', 'occurred'])('the worker on the %s axis', (axis) => {
  const { app, store } = appForTests();
  let opened: Promise<Replay> | undefined;

  const open = async (): Promise<Replay> => {
    await store().registerProjection('main', 'meter', 'merge', 'test');
    for (let from = 0; from < EVENTS; from += 1_900) {
      const items = Array.from({ length: 1_900 }, (_, index) => ({ event: reading(from + index + 1) }));
      const receipt = await store().append({ namespace: 'main', items, atomic: true });
      if (!receipt.ok) throw new Error(receipt.error.message);
    }
    const outline = await readOutline(viewer, app(), { ...ENTITY, axis });
    if (!outline.ok || outline.value === null) throw new Error('no outline');
    expect(outline.value.segments).toHaveLength(3);
    const segment = async (hash: string) => {
      const gzipped = await readSegment(viewer, app(), hash);
      return gzipped.ok ? unzip(gzipped.value) : null;
    };
    const channel = channelTo({
      segment,
      makeAgain: async () => undefined,
      search: async () => ({ versions: [], through: 0, head: 0 }),
    });
    const source = { outline: outlineJson(outline.value), outlinePath: '', answered: [], columns: null };
    return new Replay(source, () => channel);
  };
  const replay = (): Promise<Replay> => {
    opened ??= open();
    return opened;
  };
  const ordinalOf = async (version: number) => {
    const moment = await (await replay()).ask({ what: 'moment', text: String(version), logHead: 0n });
    expect(moment.problem).toBeNull();
    return moment.ordinal;
  };
  const eventOf = async (ordinal: number): Promise<EventHeader> => {
    const page = await (await replay()).ask({ what: 'events', page: pageOf(ordinal) });
    const found = page.find((event) => event.ordinal === ordinal);
    if (found === undefined) throw new Error(`no event ${ordinal}`);
    return found;
  };
  const attributed = <T extends DiffEntry | Leaf>(parts: readonly T[]) =>
    Promise.all(parts.map(async (part) => ({ ...part, event: await eventOf(part.ordinal) })));

  it('gives the bytes of every state and of its blame', async () => {
    for (const version of VERSIONS) {
      const scene = await (await replay()).ask({ what: 'scene', ordinal: await ordinalOf(version) });
      const at = { ...ENTITY, axis, at: String(version) };
      const state = await readState(viewer, app(), at);
      expect(state).toMatchObject({ value: { version, text: stateText(scene.leaves) } });
      const blame = await readBlame(viewer, app(), at);
      if (!blame.ok) throw new Error(blame.error.message);
      const lines = await attributed(scene.leaves);
      expect(blameJson({ exists: true, version, axis, lines })).toBe(blameJson(blame.value));
    }
  });

  it('gives the bytes of the difference between any two of them', async () => {
    for (const [index, from] of VERSIONS.entries()) {
      const to = VERSIONS.at(index - 3) ?? 1;
      const answered = await readDiff(viewer, app(), { ...ENTITY, axis, from: String(from), to: String(to) });
      if (!answered.ok || answered.value === null) throw new Error('no diff');
      const ordinals = { from: await ordinalOf(from), to: await ordinalOf(to) };
      const { entries } = await (await replay()).ask({ what: 'compare', ...ordinals });
      const changes = await attributed(entries);
      expect(changesJson({ from, to, axis, changes })).toBe(changesJson(answered.value));
    }
  });
});

/** Every tenth happened a while before it was recorded. */
function reading(version: number) {
  const recordedAt = BigInt(version) * 1_000_000n;
  const field = `f${(version * 7) % 41}`;
  return newEvent({
    entityType: 'meter',
    entityId: '1',
    eventId: String(version),
    type: version % 3 === 0 ? 'Corrected' : 'Read',
    payload: `{"n":${version},"${field}":{"value":${version}.10,"unit":"kWh"}${version % 11 === 0 ? ',"f3":null' : ''}}`,
    recordedAt,
    occurredAt: version % 10 === 0 ? recordedAt - 90_000_000n : recordedAt,
  });
}
