import { expect, it } from 'vitest';
import { Followers } from './followers.ts';

it('are there as long as one of them has not left', () => {
  const followers = new Followers();
  expect(followers.areThere).toBe(false);
  const [one, other] = [followers.join(), followers.join()];
  one();
  one();
  expect(followers.areThere).toBe(true);
  other();
  expect(followers.areThere).toBe(false);
});
