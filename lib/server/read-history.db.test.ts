import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { appForTests } from './app.fixture.ts';
import { readHistory } from './read-history.ts';
import { readState } from './read-state.ts';

const viewer = { name: 'test' };
const question = { namespace: 'main', type: 'order', id: '4711' };

describe('the whole history', () => {
  const { app, store } = appForTests();
  let folder = '';
  const append = (payload: string, occurredAt: bigint) =>
    store().append({
      namespace: 'main',
      atomic: true,
      items: [{ event: newEvent({ payload, occurredAt }) }],
    });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'chronoscope-document-'));
    await append('{"status":"open"}', 1_000_000n);
    await append('{"status":"shipped"}', 3_000_000n);
    // Late: it happened between the two, and was learnt after both.
    await append('{"status":"packed"}', 2_000_000n);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const stateAt = async (at: string, upTo: number | null) => {
    const state = await readState(viewer, app(), { ...question, axis: 'occurred', at, upTo });
    if (!state.ok) throw new Error(state.error.message);
    return state.value.exists ? state.value.text : null;
  };

  it('takes into account on the occurred axis what was known up to a version, for ever the same', async () => {
    expect(await stateAt('1970-01-01T00:00:02.5Z', null)).toBe('{"status":"packed"}');
    expect(await stateAt('1970-01-01T00:00:02.5Z', 2)).toBe('{"status":"open"}');
    expect(await stateAt('1970-01-01T00:00:02.5Z', 3)).toBe('{"status":"packed"}');
    expect(await stateAt('latest', 1)).toBe('{"status":"open"}');
  });

  it('refuses to know more than there is', async () => {
    const beyond = await readHistory(viewer, app(), { ...question, axis: 'occurred', upTo: 4 });
    expect(beyond).toMatchObject({ ok: false, error: { code: 'CS-111' } });
  });

  it('refuses on the recorded axis to leave out what does not count there, whether it was asked for or not', async () => {
    const recorded = await readHistory(viewer, app(), { ...question, axis: 'recorded', upTo: 1 });
    expect(recorded).toMatchObject({
      ok: false,
      error: { code: 'CS-114', message: expect.stringContaining('belongs to the occurred axis') },
    });
    const byDefault = await readHistory(viewer, app(), { ...question, axis: null, upTo: 1 });
    expect(byDefault).toMatchObject({ ok: false, error: { code: 'CS-114' } });
  });

  it('answers null for what no event names', async () => {
    const unknown = await readHistory(viewer, app(), { ...question, id: 'none', axis: null });
    expect(unknown).toEqual({ ok: true, value: null });
  });
});
