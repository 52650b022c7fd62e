import { expect, it } from 'vitest';
import { sharedBuffers } from './shared-buffers.ts';

const GIB = 1_073_741_824;

it.each([
  [0.5 * GIB, 128],
  [1 * GIB, 128],
  [4 * GIB, 512],
  [8 * GIB, 1_024],
  [256 * GIB, 1_024],
])('PostgreSQL keeps an eighth of the memory, within bounds: of %d bytes %d MiB', (bytes, buffers) =>
  expect(sharedBuffers(bytes)).toBe(buffers),
);

it('finds out how much there is', () => {
  expect(sharedBuffers()).toBeGreaterThanOrEqual(128);
  expect(sharedBuffers()).toBeLessThanOrEqual(1_024);
});
