import { describe, expect, it } from 'vitest';
import { LIMITS } from '#core';
import { newEvent, restoredItem } from '../testing/new-event.ts';
import { storeForTests } from '../testing/test-store.ts';
import { appForTests, appOver } from './app.fixture.ts';
import { countEntities, listEntities } from './read-entities.ts';
import { readEntity } from './read-entity.ts';
import { readNotes } from './read-notes.ts';
import { readOverview } from './read-status.ts';
import { type NoteToWrite, writeNote } from './write-note.ts';

const viewer = { name: 'browser' };
const ORDER = { namespace: 'main', type: 'order', id: '4711' };
const at = (from: number, to: number | null = null) => ({ axis: 'recorded', from, to, path: null }) as const;
const adding = (eventId: string, text = 'look here', parts: Partial<NoteToWrite> = {}): NoteToWrite => ({
  eventId,
  author: 'alice',
  expectedVersion: null,
  change: { what: 'add', on: at(1), text },
  ...parts,
});

async function textsOf(app: Parameters<typeof readNotes>[1], entity = ORDER) {
  const read = await readNotes(viewer, app, entity);
  return read?.notes.map(({ text, isRemoved }) => (isRemoved ? `(${text})` : text));
}

describe('notes of an entity', () => {
  const { app, another, store } = appForTests();
  const events = (id: string) =>
    store().append({
      namespace: 'main',
      atomic: true,
      items: [1, 2, 3].map((n) => ({ event: newEvent({ entityId: id, eventId: `${id}-${n}` }) })),
    });
  const orderOf = async (id: string) => {
    await events(id);
    return { ...ORDER, id };
  };

  it('are added, edited and removed by appending, and are the same after a restart', async () => {
    const order = await orderOf('told');
    const before = await readEntity(viewer, app(), order);
    expect(await writeNote(viewer, app(), order, adding('told-a', 'first'))).toEqual({
      ok: true,
      value: { version: 1, outcome: 'added' },
    });
    const edit = { what: 'edit', note: 'told-a', text: 'second\nline' } as const;
    await writeNote(
      viewer,
      app(),
      order,
      adding('told-b', '', { change: edit, expectedVersion: 1, author: null }),
    );
    await writeNote(
      viewer,
      app(),
      order,
      adding('told-c', '', { change: { what: 'add', on: at(1, 3), text: '' } }),
    );
    const remove = { what: 'remove', note: 'told-a' } as const;
    await writeNote(viewer, app(), order, adding('told-d', '', { change: remove, expectedVersion: 3 }));
    const read = await readNotes(viewer, another(), order);
    expect(read).toMatchObject({
      version: 4,
      unread: [],
      notes: [
        { id: 'told-a', on: at(1), kind: 'note', text: 'second\nline', isRemoved: true },
        { id: 'told-c', on: at(1, 3), kind: 'bookmark', text: '', isRemoved: false },
      ],
    });
    expect(read?.notes[0]?.steps).toMatchObject([
      { what: 'added', text: 'first', actor: 'browser', declared: 'alice' },
      { what: 'edited', text: 'second\nline', actor: 'browser', declared: null },
      { what: 'removed', actor: 'browser', declared: 'alice' },
    ]);
    expect(await readEntity(viewer, app(), order)).toEqual(before);
  });

  it('are kept once, however often they are sent, whatever came between', async () => {
    const order = await orderOf('sent');
    const first = adding('sent-a', 'once', { expectedVersion: 0 });
    await writeNote(viewer, app(), order, first);
    await writeNote(viewer, app(), order, adding('sent-b', 'other'));
    const remove = { eventId: 'sent-c', author: null, expectedVersion: 2 };
    const removal: NoteToWrite = { ...remove, change: { what: 'remove', note: 'sent-a' } };
    for (const again of [removal, removal, first])
      expect(await writeNote(viewer, app(), order, again)).toMatchObject({ ok: true });
    expect(await textsOf(app(), order)).toEqual(['(once)', 'other']);
    expect(await writeNote(viewer, app(), order, adding('sent-a', 'changed'))).toMatchObject({
      error: { code: 'CS-302' },
    });
  });

  it('of two writers who saw the same, one is told that the notes have moved on', async () => {
    const order = await orderOf('race');
    await writeNote(viewer, app(), order, adding('race-a', 'start'));
    const edits = ['left', 'right'].map((text) =>
      writeNote(viewer, another(), order, {
        ...adding(`race-${text}`),
        expectedVersion: 1,
        change: { what: 'edit', note: 'race-a', text },
      }),
    );
    const outcomes = await Promise.all(edits);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'CS-301' } });
    expect((await readNotes(viewer, app(), order))?.version).toBe(2);
  });

  it('of two writers who only add, both are kept', async () => {
    const order = await orderOf('adds');
    await Promise.all(
      ['left', 'right'].map((text) => writeNote(viewer, another(), order, adding(`adds-${text}`, text))),
    );
    expect((await textsOf(app(), order))?.toSorted()).toEqual(['left', 'right']);
  });

  it.each<[string, Partial<NoteToWrite>, string]>([
    [
      'a long text',
      { change: { what: 'add', on: at(1), text: 'é'.repeat(LIMITS.noteBytes / 2 + 1) } },
      'CS-530',
    ],
    ['a long name', { author: 'x'.repeat(201) }, 'CS-530'],
    ['a version that is not there', { change: { what: 'add', on: at(4), text: '' } }, 'CS-530'],
    ['a range to a version that is not there', { change: { what: 'add', on: at(1, 4), text: '' } }, 'CS-530'],
    ['a range without length', { change: { what: 'add', on: at(2, 2), text: '' } }, 'CS-530'],
    ['an edit of none', { change: { what: 'edit', note: 'none', text: '' } }, 'CS-531'],
    ['another version', { expectedVersion: 5 }, 'CS-301'],
  ])('%s is refused', async (name, parts, code) => {
    const order = await orderOf('bounds');
    expect(await writeNote(viewer, app(), order, adding(`bounds ${name}`, 'x', parts))).toMatchObject({
      error: { code },
    });
    expect(await textsOf(app(), order)).toEqual([]);
  });

  it('are not for what is not there, nor for notes', async () => {
    expect(await writeNote(viewer, app(), { ...ORDER, id: 'never' }, adding('never'))).toEqual({
      ok: true,
      value: null,
    });
    expect(await readNotes(viewer, app(), { ...ORDER, id: 'never' })).toBeNull();
    expect(await writeNote(viewer, app(), { ...ORDER, type: '$notes' }, adding('notes'))).toMatchObject({
      error: { code: 'CS-530' },
    });
  });

  it.each(['', '..', 'a/b', '~', '%2F', '𝄞'.repeat(120)])(
    'belong to one entity, whatever its id is: %j',
    async (id) => {
      const order = await orderOf(id);
      await writeNote(viewer, app(), order, adding(`id ${id}`.slice(0, 19), id));
      expect(await textsOf(app(), order)).toEqual([id]);
    },
  );
});

describe('a store with notes', () => {
  const { app, store } = appForTests();

  it('counts and lists entities as if there were none, and says how many there are', async () => {
    await store().append({ namespace: 'main', atomic: true, items: [{ event: newEvent() }] });
    const [counted, listed] = await looks(app());
    await writeNote(viewer, app(), ORDER, adding('counted-a'));
    await writeNote(viewer, app(), ORDER, adding('counted-b'));
    expect(await looks(app())).toEqual([counted, listed, { entities: 1, events: 2 }]);
    const asked = await listEntities(viewer, app(), { namespace: 'main', type: '$notes', limit: 10 });
    expect(asked).toMatchObject({ ok: true, value: { rows: [{ entityId: 'order/4711', version: 2 }] } });
  });

  it('takes none from an import, under whatever name it comes', async () => {
    const forged = { entityType: '$notes', entityId: 'order/4711', type: '$NoteRemoved' };
    const importId = await store().beginImport({
      namespace: 'main',
      source: 'x',
      format: 'ndjson',
      options: '{}',
    });
    for (const [source, code] of [
      ['$chronoscope', 'CS-318'],
      ['log', 'CS-313'],
    ]) {
      const items = [{ event: newEvent({ ...forged, ...(source === undefined ? {} : { source }) }) }];
      const receipt = await store().append({ namespace: 'main', atomic: true, items, importId });
      expect(receipt).toMatchObject({ value: { added: 0, outcomes: [{ code }] } });
    }
  });

  it('verifies, and goes with its notes into another', async () => {
    const other = await restoredFrom();
    expect((await store().verify(() => undefined)).problems).toEqual([]);
    expect((await other.verify(() => undefined)).root).toBe((await store().verify(() => undefined)).root);
    expect(await readNotes(viewer, appOver(other, ''), ORDER)).toEqual(await readNotes(viewer, app(), ORDER));
  });

  const { store: empty } = storeForTests();
  async function restoredFrom() {
    const items = (await store().eventsFrom(0n, 100)).map(restoredItem);
    const importId = await empty().beginImport({
      namespace: 'main',
      source: 'x',
      format: 'chronoscope',
      options: '{}',
    });
    const receipt = await empty().append({ namespace: 'main', atomic: true, items, importId });
    expect(receipt).toMatchObject({ ok: true, value: { added: 3 } });
    return empty();
  }
});

async function looks(app: Parameters<typeof readOverview>[1]) {
  const { notes, ...overview } = await readOverview(viewer, app, { namespace: 'main' });
  const question = { namespace: 'main' };
  const listed = [
    await listEntities(viewer, app, { ...question, limit: 10 }),
    await countEntities(viewer, app, question),
  ];
  return [overview, listed, notes] as const;
}
