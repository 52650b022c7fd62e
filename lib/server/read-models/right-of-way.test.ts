import { describe, expect, it } from 'vitest';
import { RightOfWay } from './right-of-way.ts';

/** Longer than any test takes. */
const LONG_MS = 3_600_000;

describe('who goes first', () => {
  it('is what followers wait for, and the others come when it has nothing to do', async () => {
    const way = new RightOfWay(LONG_MS, new AbortController().signal);
    const order: string[] = [];
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

  it('keeps nobody back where nothing is behind', async () => {
    const way = new RightOfWay(LONG_MS, new AbortController().signal);
    way.take('catalogue');
    await way.given('catalogue');
  });

  it('comes to an end: a log that never rests starves nobody, and who stops is not waited for', async () => {
    const hasty = new RightOfWay(1, new AbortController().signal);
    hasty.take('search');
    await hasty.given('catalogue');
    const stop = new AbortController();
    const patient = new RightOfWay(LONG_MS, stop.signal);
    patient.take('changes');
    const given = patient.given('catalogue');
    stop.abort();
    await given;
  });
});
