import { describe, expect, it } from 'vitest';
import { countedUpTo } from './counted-up-to.ts';

describe('the newest version to take into account', () => {
  it.each([
    [5, 'occurred', 9, 5],
    [9, 'occurred', 9, 9],
    [10, 'occurred', 9, null],
    [10, 'occurred', null, 10],
    [5, 'recorded', 9, null],
    [null, 'occurred', 9, null],
  ] as const)('%s on the %s axis of %s events is %s', (upTo, axis, newest, counted) => {
    expect(countedUpTo(upTo, axis, newest)).toBe(counted);
  });
});
