import { describe, expect, it } from 'vitest';
import { newEvent } from '../testing/new-event.ts';
import { appForTests } from './app.fixture.ts';
import { readBlame } from './read-blame.ts';
import { readDiff } from './read-diff.ts';
import { readState } from './read-state.ts';

const viewer = { name: 'test' };

describe('an answer without an asked axis', () => {
  const { app, store } = appForTests();
  const append = (entityId: string, recordedAt: bigint | null) =>
    store().append({
      namespace: 'main',
      atomic: true,
      items: [{ event: newEvent({ entityId, payload: '{"lines":[{"n":1}]}', recordedAt, occurredAt: 5n }) }],
    });
  const question = (id: string) => ({ namespace: 'main', type: 'order', id, axis: null });

  it.each([
    ['given', 7n, 'recorded'],
    ['not given', null, 'occurred'],
  ] as const)('says which one it is on where recorded times are %s', async (id, recordedAt, axis) => {
    await append(id, recordedAt);
    expect(await readBlame(viewer, app(), { ...question(id), at: 'latest' })).toMatchObject({
      value: { exists: true, axis },
    });
    const diff = await readDiff(viewer, app(), { ...question(id), from: '0', to: 'latest' });
    expect(diff).toMatchObject({ value: { axis } });
    if (!diff.ok || diff.value === null) throw new Error('a diff was expected');
    expect(diff.value.stateAt('from')).toEqual([]);
    expect(diff.value.stateAt('to').map(({ path }) => path)).toEqual(['/lines', '/lines/0/n']);
  });

  it('tells an entity that did not exist then from one that nobody named', async () => {
    await append('late', 9n);
    const before = { ...question('late'), at: '0' };
    expect(await readState(viewer, app(), before)).toEqual({
      ok: true,
      value: { exists: false, known: true },
    });
    expect(await readBlame(viewer, app(), before)).toEqual({
      ok: true,
      value: { exists: false, known: true },
    });
    const unknown = { ...question('nobody'), at: 'latest' };
    expect(await readState(viewer, app(), unknown)).toEqual({
      ok: true,
      value: { exists: false, known: false },
    });
    expect(await readBlame(viewer, app(), unknown)).toEqual({
      ok: true,
      value: { exists: false, known: false },
    });
  });
});
