import { describe, expect, it } from 'vitest';
import { NO_CONFIG } from '#config';
import { applyPatch, type DeclaredKey, type JsonPatchOperation, parseExact } from '#core';
import { newEvent } from '../testing/new-event.ts';
import { appForTests, appOver } from './app.fixture.ts';
import type { App } from './app.ts';
import { readBlame } from './read-blame.ts';
import { readDiff } from './read-diff.ts';
import { readField } from './read-field.ts';
import { readFirstWhere } from './read-first-where.ts';
import { readState } from './read-state.ts';

const viewer = { name: 'test' };
const QUESTION = { namespace: 'main', type: 'order', id: 'o-1', axis: null } as const;
const PAYLOADS = [
  '{"lines":[{"qty":1,"sku":"A-100"}]}',
  '{"lines":[{"qty":2,"sku":"B/7"},{"qty":1,"sku":"A-100"}]}',
  '{"lines":[{"qty":1,"sku":"A-100"},{"qty":5,"sku":"B/7"}]}',
];

describe('an entity type with a declared key', () => {
  const { store, database } = appForTests();
  let filled: Promise<unknown> | undefined;
  const appWith = async (keys: readonly DeclaredKey[]): Promise<App> => {
    filled ??= store().append({
      namespace: 'main',
      atomic: true,
      items: PAYLOADS.map((payload, index) => ({
        event: newEvent({ entityId: 'o-1', eventId: `e${index}`, payload }),
      })),
    });
    await filled;
    return appOver(store(), database().url, { ...NO_CONFIG, keysOf: () => keys });
  };

  it('is asked by the written path of an element', async () => {
    const app = await appWith([['/lines', 'sku']]);
    const field = await readField(viewer, app, { ...QUESTION, path: '/lines/~=B~17/qty' });
    expect(field.ok && field.value?.values.map(({ text, event }) => [text, event.version])).toEqual([
      ['2', 2],
      ['5', 3],
    ]);
    const element = await readField(viewer, app, { ...QUESTION, path: '/lines/~=B~17' });
    expect(element.ok && element.value?.values.map(({ text }) => text)).toEqual([
      '{"qty":2,"sku":"B/7"}',
      '{"qty":5,"sku":"B/7"}',
    ]);
    const conditions = [{ path: '/lines/~=B~17/qty', op: '>', value: '2' }];
    const first = await readFirstWhere(viewer, app, { ...QUESTION, conditions, from: '0' });
    expect(first.ok && first.value?.event?.version).toBe(3);
    const refused = await readField(viewer, app, { ...QUESTION, path: '/lines/~sku=B' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'CS-106' } });
    const blame = await readBlame(viewer, app, { ...QUESTION, at: '3' });
    expect(
      JSON.stringify(blame, (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
    ).toContain('/lines/~=A-100/qty');
    await app.fold.close();
  });

  it('gives plain states, changes by key, and patches by index', async () => {
    const app = await appWith([['/lines', 'sku']]);
    const state = await readState(viewer, app, { ...QUESTION, at: '3' });
    expect(state.ok && state.value.exists && state.value.text).toBe(PAYLOADS[2]);
    const diff = await readDiff(viewer, app, { ...QUESTION, from: '1', to: '2' });
    if (!diff.ok || diff.value === null) throw new Error('no diff');
    expect(diff.value.changes.map(({ path }) => path)).toEqual([
      '/lines',
      '/lines/~=B~17/qty',
      '/lines/~=B~17/sku',
    ]);
    const patch: readonly JsonPatchOperation[] = diff.value.patch();
    expect(patch).toEqual([{ op: 'add', path: '/lines/0', value: { qty: 2, sku: 'B/7' } }]);
    const [before, after] = PAYLOADS.map((payload) => parseExact(payload));
    expect(applyPatch(before?.ok ? before.value : null, [...patch])).toEqual(after);
    await app.fold.close();
  });

  it('is folded anew under another declaration', async () => {
    const paths = async (keys: readonly DeclaredKey[]) => {
      const app = await appWith(keys);
      const diff = await readDiff(viewer, app, { ...QUESTION, from: '0', to: '1' });
      await app.fold.close();
      return diff.ok ? diff.value?.changes.map(({ path }) => path) : null;
    };
    expect(await paths([])).toEqual(['/lines', '/lines/0/qty', '/lines/0/sku']);
    expect(await paths([['/lines', 'qty']])).toEqual(['/lines', '/lines/~:1/qty', '/lines/~:1/sku']);
  });
});
