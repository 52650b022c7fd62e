import { describe, expect, it } from 'vitest';
import { restAfter } from './rest.ts';

describe('a read model rests', () => {
  it('as long as its step took, and not for long', () => {
    expect(restAfter({ took: 12, wasBehind: false })).toBe(12);
    expect(restAfter({ took: 30_000, wasBehind: false })).toBe(1_000);
  });

  it('not at all while the log is ahead of it', () => {
    expect(restAfter({ took: 800, wasBehind: true })).toBe(0);
  });
});
