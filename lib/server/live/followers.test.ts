import { expect, it, vi } from 'vitest';
import { Followers, followersOfProcess } from './followers.ts';

it('are there as long as one of them has not left', () => {
  const followers = new Followers();
  expect(followers.areThere).toBe(false);
  const [one, other] = [followers.join('log'), followers.join('models')];
  one();
  one();
  expect([followers.areThere, followers.awaitModels]).toEqual([true, true]);
  const third = followers.join('log');
  other();
  other();
  expect([followers.areThere, followers.awaitModels]).toEqual([true, false]);
  third();
  expect(followers.areThere).toBe(false);
});

it('are those of the process, however often their module is loaded', async () => {
  vi.resetModules();
  const again = await import('./followers.ts');
  expect(again.Followers).not.toBe(Followers);
  const leave = followersOfProcess().join('log');
  expect(again.followersOfProcess().areThere).toBe(true);
  leave();
  expect(again.followersOfProcess().areThere).toBe(false);
});
