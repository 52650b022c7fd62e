import { describe, expect, it } from 'vitest';
import { RightOfWay } from './right-of-way.ts';

/** Longer than any test takes. */
const LONG_MS = 3_600_000;
const PATIENT = { mostMs: LONG_MS, quietMs: LONG_MS };
const nobody = new AbortController().signal;
const followed = () => true;
const hasRoom = () => false;

describe('who goes first', () => {
  it('is what followers wait for, and the others come when it has nothing to do', async () => {
    const way = new RightOfWay(PATIENT, followed, hasRoom, nobody);
    const order: string[] = [];
    way.arrived();
    way.take('search');
    way.take('changes');
    const catalogue = way.given('catalogue').then(() => order.push('catalogue'));
    await way.given('search');
    way.leave('search');
    await way.given('changes');
    order.push('changes');
    way.leave('changes');
    await catalogue;
    expect(order).toEqual(['changes', 'catalogue']);
  });

  it('is the search alone while it does not keep up, and the change log comes when it does', async () => {
    const way = new RightOfWay(PATIENT, followed, hasRoom, nobody);
    const order: string[] = [];
    way.arrived();
    way.take('search');
    way.searched({ events: 200, ms: 1, behind: 0 });
    way.take('changes');
    await way.given('changes');
    way.searched({ events: 9_000, ms: 1, behind: 0 });
    const changes = way.given('changes').then(() => order.push('changes'));
    const catalogue = way.given('catalogue').then(() => order.push('catalogue'));
    await way.given('search');
    order.push('search');
    way.searched({ events: 200, ms: 1, behind: 0 });
    await changes;
    way.leave('search');
    way.leave('changes');
    await catalogue;
    expect(order).toEqual(['search', 'changes', 'catalogue']);
  });

  describe('on a busy machine', () => {
    const isBusy = () => true;
    const pressed = (patience: { mostMs: number; quietMs: number }, stepMs: number, stop = nobody) => {
      const way = new RightOfWay(patience, followed, isBusy, stop);
      way.arrived();
      way.searched({ events: 9_000, ms: stepMs, behind: 0 });
      return way;
    };

    it('is who appends and follows: a search that is pressed rests', async () => {
      const stop = new AbortController();
      let isGiven = false;
      const given = pressed(PATIENT, LONG_MS, stop.signal)
        .given('search')
        .then(() => {
          isGiven = true;
        });
      await new Promise((resolve) => setImmediate(resolve));
      expect(isGiven).toBe(false);
      stop.abort();
      await given;
    });

    it('rests no longer where somebody comes for whom it goes on', async () => {
      let busy = true;
      const way = new RightOfWay(PATIENT, followed, () => busy, nobody);
      way.arrived();
      way.searched({ events: 9_000, ms: LONG_MS, behind: 0 });
      const given = way.given('search');
      busy = false;
      await given;
    });

    it.each([
      ['as long as its steps take', PATIENT, 1],
      ['no longer than its patience', { mostMs: 1, quietMs: LONG_MS }, LONG_MS],
      ['while events arrive', { mostMs: LONG_MS, quietMs: 1 }, LONG_MS],
    ])('rests %s', (_how, patience, stepMs) => pressed(patience, stepMs).given('search'));

    it('does not rest where it keeps up, is far behind, or the machine has room, or nobody follows', async () => {
      const farBehind = pressed(PATIENT, LONG_MS);
      farBehind.searched({ events: 9_000, ms: LONG_MS, behind: 200_000 });
      await farBehind.given('search');
      const keepingUp = pressed(PATIENT, LONG_MS);
      keepingUp.searched({ events: 200, ms: LONG_MS, behind: 0 });
      await keepingUp.given('search');
      for (const way of [
        new RightOfWay(PATIENT, followed, hasRoom, nobody),
        new RightOfWay(PATIENT, () => false, isBusy, nobody),
      ]) {
        way.arrived();
        way.searched({ events: 9_000, ms: LONG_MS, behind: 0 });
        await way.given('search');
      }
    });
  });

  it('lets the change log come where the search has failed', async () => {
    const way = new RightOfWay(PATIENT, followed, hasRoom, nobody);
    way.arrived();
    way.take('search');
    way.searched({ events: 9_000, ms: 1, behind: 0 });
    const changes = way.given('changes');
    way.leave('search');
    await changes;
  });

  it('keeps nobody back where nothing is behind, or nothing has arrived', async () => {
    const way = new RightOfWay(PATIENT, followed, hasRoom, nobody);
    way.take('search');
    await way.given('catalogue');
    way.leave('search');
    way.arrived();
    way.take('catalogue');
    await way.given('catalogue');
  });

  it('is nobody any more when the last follower has left', async () => {
    let areThere = true;
    const way = new RightOfWay(PATIENT, () => areThere, hasRoom, nobody);
    way.arrived();
    way.take('search');
    const given = way.given('catalogue');
    areThere = false;
    await given;
  });

  it('is nobody where nobody follows', async () => {
    const way = new RightOfWay(PATIENT, () => false, hasRoom, nobody);
    way.arrived();
    way.take('search');
    await way.given('catalogue');
  });

  it.each([
    ['a log that never rests starves nobody', { mostMs: 1, quietMs: LONG_MS }],
    ['what is caught up with when events have ceased goes all together', { mostMs: LONG_MS, quietMs: 1 }],
  ])('comes to an end: %s', async (_why, patience) => {
    const way = new RightOfWay(patience, followed, hasRoom, nobody);
    way.arrived();
    way.take('search');
    way.searched({ events: 9_000, ms: 1, behind: 0 });
    await Promise.all([way.given('catalogue'), way.given('changes')]);
  });

  it('is not waited for by who stops', async () => {
    const stop = new AbortController();
    const way = new RightOfWay(PATIENT, followed, hasRoom, stop.signal);
    way.arrived();
    way.take('changes');
    const given = way.given('catalogue');
    stop.abort();
    await given;
    await way.given('catalogue');
  });
});
