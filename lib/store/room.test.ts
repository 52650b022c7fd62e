import { describe, expect, it } from 'vitest';
import { LIMITS } from '#core';
import { roomProblem, roomWarning } from './room.ts';

describe('room on the disk', () => {
  it('is no topic where there is enough, or where nobody can tell', () => {
    for (const freeBytes of [LIMITS.lowFreeBytes, 10 ** 15, null]) {
      expect(roomWarning(freeBytes)).toBeNull();
      expect(roomProblem(freeBytes)).toBeNull();
    }
  });

  it('is warned about while there is still time', () => {
    expect(roomWarning(LIMITS.lowFreeBytes - 1)).toBe(
      'The disk of the log has 1,023 MiB left. Nothing will be added below 200 MiB.',
    );
    expect(roomProblem(LIMITS.freeBytes)).toBeNull();
  });

  it('refuses below the bound, and says both numbers', () => {
    expect(roomProblem(LIMITS.freeBytes - 1)).toMatchObject({
      code: 'CS-323',
      message: expect.stringMatching(/ 199 MiB left\. Nothing is added below 200 MiB/),
    });
    expect(roomWarning(0)).toContain('has 0 MiB left. Below 200 MiB nothing is added (CS-323).');
  });
});
