import { describe, expect, it, vi } from 'vitest';
import { storeForTests } from '../testing/test-store.ts';
import { BuildTurns } from './build-turns.ts';

const NAME = { history: 'a', knownVersion: 0 };
const nothing = () => undefined;

describe('the turn to build a history', () => {
  const { database } = storeForTests();

  it('goes to the next one when it is over, and is apart for every history', async () => {
    const turns = new BuildTurns(database().url);
    const first = await turns.take(NAME, nothing);
    const other = await turns.take({ ...NAME, knownVersion: 5 }, nothing);
    expect([first.waited, other.waited]).toEqual([false, false]);
    const reached = vi.fn();
    const second = turns.take(NAME, reached);
    await vi.waitUntil(() => reached.mock.calls.length > 0);
    await first.over();
    expect(await second).toMatchObject({ waited: true });
    await turns.close();
  });

  it('is not waited for without end', async () => {
    const turns = new BuildTurns(database().url, 300);
    await turns.take(NAME, nothing);
    expect(await turns.take(NAME, nothing)).toMatchObject({ waited: true });
    await turns.close();
  });

  it('is not waited for when the store is closed meanwhile', async () => {
    const turns = new BuildTurns(database().url);
    await turns.take(NAME, nothing);
    const reached = vi.fn();
    const second = turns.take(NAME, reached);
    await vi.waitUntil(() => reached.mock.calls.length > 0);
    await turns.close();
    expect(await second).toMatchObject({ waited: true });
  });

  it('is taken without asking where the database cannot be asked', async () => {
    const turns = new BuildTurns('postgres://nobody@127.0.0.1:1/nothing');
    const turn = await turns.take(NAME, nothing);
    expect(turn).toMatchObject({ waited: false });
    await turn.over();
  });
});
