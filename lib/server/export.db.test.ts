import { beforeAll, describe, expect, it } from 'vitest';
import { applyPatch, parseExact, type Result } from '#core';
import { NO_FILTER } from '#wire';
import { readCell } from '#wire/export';
import { newEvent } from '../testing/new-event.ts';
import { appForTests } from './app.fixture.ts';
import type { ExportFile } from './export/export-file.ts';
import { exportDiff } from './export-diff.ts';
import { exportEvents } from './export-events.ts';
import { exportMoment } from './export-moment.ts';
import { readEventPage } from './read-events.ts';
import { readState } from './read-state.ts';

const viewer = { name: 'test' };
const question = { namespace: 'main', type: 'order', id: '4711', axis: null } as const;
const EVENTS = 450;

const TYPES = ['Opened', 'Priced', '=Noted'];
const ACTORS = ['alice', null, 'bob'];

const payloadOf = (version: number): string =>
  `{"total":${version}.10,"exact":9007199254740993,"note":"${version % 5 === 0 ? '=cmd|x' : 'fine'}","lines":[${version % 7}]}`;

async function fileOf(answer: Promise<Result<ExportFile | null>>): Promise<ExportFile & { text: string }> {
  const file = await answer;
  if (!file.ok) throw new Error(file.error.message);
  if (file.value === null) throw new Error('No such entity');
  let text = '';
  for await (const part of file.value.parts) text += part;
  return { ...file.value, text };
}

describe('exports', () => {
  const { app, store } = appForTests();

  beforeAll(async () => {
    const items = Array.from({ length: EVENTS }, (_, index) => ({
      event: newEvent({
        type: TYPES[index % 3] ?? '',
        actor: ACTORS[index % 3] ?? null,
        payload: payloadOf(index + 1),
        // Every tenth comes late: it happened before all others.
        occurredAt: index % 10 === 9 ? BigInt(index) : BigInt(index + 1) * 1_000_000n,
        recordedAt: BigInt(index + 1) * 2_000_001n,
      }),
    }));
    await store().append({ namespace: 'main', atomic: true, items });
  });

  it('the events of a stretch are those that the API gives, each once, and say that they are all', async () => {
    const range = { ...question, what: 'events', from: '100', to: '412', filter: NO_FILTER } as const;
    const { text, name, rows } = await fileOf(exportEvents(viewer, app(), { ...range, format: 'ndjson' }));
    const lines = text.trimEnd().split('\n');
    const page = await readEventPage(viewer, app(), { ...question, from: 101, to: 412 });
    expect(lines.slice(0, -1)).toEqual(page?.events.map((event) => JSON.stringify(event)));
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      export: { what: 'events', from: { version: 100 }, to: { version: 412 }, rows: 312, complete: true },
    });
    expect([name, rows]).toEqual(['order-4711-events-100-412-recorded.ndjson', 312]);
    const whole = await fileOf(exportEvents(viewer, app(), { ...range, format: 'json' }));
    expect(JSON.parse(whole.text)).toMatchObject({ events: page?.events, rows: 312, complete: true });
    const back = await fileOf(
      exportEvents(viewer, app(), { ...range, from: '412', to: '100', format: 'json' }),
    );
    expect(back.text).toBe(whole.text);
  });

  it('a filter leaves what it says, on either axis in its order', async () => {
    for (const axis of ['recorded', 'occurred'] as const) {
      const filter = { types: ['Priced', '=Noted'], actors: [''], path: '/lines', text: null };
      const { text } = await fileOf(
        exportEvents(viewer, app(), {
          ...question,
          axis,
          what: 'events',
          from: '0',
          to: 'latest',
          filter,
          format: 'json',
        }),
      );
      const { events, rows } = JSON.parse(text);
      const expected = Array.from({ length: EVENTS }, (_, index) => index + 1).filter(
        (version) => version % 3 === 2,
      );
      if (axis === 'occurred') expected.sort((one, other) => late(one) - late(other) || one - other);
      expect(events.map(({ version }: { version: number }) => version)).toEqual(expected);
      expect(rows).toBe(expected.length);
    }
  });

  it('a filter by text leaves the events that hold it, beside the others, on either axis in its order', async () => {
    const range = { ...question, from: '3', to: 'latest', format: 'json' } as const;
    const filter = { ...NO_FILTER, types: ['Priced'], text: '=CMD|x' };
    const wanted = Array.from({ length: EVENTS }, (_, index) => index + 1).filter(
      (version) => version % 5 === 0 && version % 3 === 2,
    );
    for (const axis of ['recorded', 'occurred'] as const) {
      const behind = axis === 'recorded' ? '3' : '0';
      const asked = { ...range, axis, from: behind, filter };
      const { text, name } = await fileOf(exportEvents(viewer, app(), { ...asked, what: 'events' }));
      const inOrder = [...wanted].sort((one, other) => late(one) - late(other) || one - other);
      const { events, rows, export: about } = JSON.parse(text);
      expect(events.map(({ version }: { version: number }) => version)).toEqual(
        axis === 'recorded' ? wanted : inOrder,
      );
      expect(rows).toBe(wanted.length);
      expect(about.filter).toEqual({
        words: 'only events of type "Priced", that hold the text "=CMD|x"',
        types: ['Priced'],
        text: '=CMD|x',
      });
      expect(name).toContain('-filtered.');
      const changes = await fileOf(exportEvents(viewer, app(), { ...asked, what: 'changes' }));
      const made = JSON.parse(changes.text).changes.map(
        (change: { event: { version: number } }) => change.event,
      );
      expect(new Set(made.map(({ version }: { version: number }) => version))).toEqual(new Set(wanted));
    }
  });

  it('a patch turns one state into the other', async () => {
    for (const [from, to] of [
      ['3', '12'],
      ['12', '3'],
      ['0', '7'],
      ['5', '5'],
    ] as const) {
      const { text, rows } = await fileOf(
        exportDiff(viewer, app(), { ...question, from, to, format: 'json-patch' }),
      );
      const patch = parseExact(text);
      if (!patch.ok || !Array.isArray(patch.value)) throw new Error('No patch');
      expect(rows).toBe(patch.value.length);
      const patched = applyPatch(await jsonAt(from), patch.value);
      expect(patched.ok && patched.value).toEqual(await jsonAt(to));
    }
  });

  it('a state is the exact text, and its cells keep every digit', async () => {
    const state = await readState(viewer, app(), { ...question, at: '40' });
    const json = await fileOf(exportMoment(viewer, app(), { ...question, at: '40', format: 'json' }));
    expect(json.text).toContain(`"state":${state.ok && state.value.exists ? state.value.text : '?'},`);
    const csv = await fileOf(exportMoment(viewer, app(), { ...question, at: '40', format: 'csv' }));
    const rows = csv.text
      .replace(/^\uFEFF/, '')
      .split('\r\n')
      .map((row) => row.split(','));
    expect(rows[0]?.slice(0, 3)).toEqual(['path', 'kind', 'value']);
    const cells = new Map(rows.map(([path = '', kind, value = '']) => [path, [kind, value]]));
    expect(cells.get('/exact')).toEqual(['number', "'9007199254740993"]);
    expect(cells.get('/total')).toEqual(['number', '40.10']);
    expect(readCell(cells.get('/note')?.[1] ?? '')).toBe('=cmd|x');
    expect(rows.at(-2)?.slice(0, 2)).toEqual(['# complete', 'true']);
    expect(rows.at(-3)?.slice(0, 2)).toEqual(['# rows', '4']);
    expect(rows.slice(0, 5).map((row) => row.length)).toEqual([8, 8, 8, 8, 8]);
  });

  it('before the first event there is no state, and the file says so', async () => {
    const { text } = await fileOf(exportMoment(viewer, app(), { ...question, at: '0', format: 'json' }));
    expect(JSON.parse(text)).toMatchObject({ exists: false, rows: 0, complete: true });
  });

  it('is a failure, not a short file, where an event cannot be had', async () => {
    const whole = app();
    const broken = { ...whole, store: { ...whole.store, eventsOf: async () => [] } };
    const range = {
      ...question,
      what: 'events',
      from: '0',
      to: '9',
      filter: NO_FILTER,
      format: 'csv',
    } as const;
    await expect(fileOf(exportEvents(viewer, broken, range))).rejects.toThrow('does not give version 1');
  });

  it('answers null for what no event names', async () => {
    const none = await exportMoment(viewer, app(), { ...question, id: 'none', at: 'latest', format: 'csv' });
    expect(none).toEqual({ ok: true, value: null });
  });

  async function jsonAt(at: string) {
    const state = await readState(viewer, app(), { ...question, at });
    const json = parseExact(state.ok && state.value.exists ? state.value.text : 'null');
    if (!json.ok) throw new Error(json.error.message);
    return json.value;
  }
});

/** Where a version stands on the occurred axis. */
const late = (version: number): number => (version % 10 === 0 ? version - 1 : version * 1_000_000);
