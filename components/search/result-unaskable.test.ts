import { describe, expect, it } from 'vitest';
import { parseQuery } from '#core';
import { statesIn } from './result-unaskable.tsx';

describe('what entities are asked instead of events', () => {
  it.each([
    ['type:A state:/status=open', 'state:/status=open', 'state:/status=open'],
    ['state:/a=1 type:A -state:/b=2', 'state:/a=1', 'state:/a=1 -state:/b=2'],
    ['(state:/a=1 OR type:A) state:/b=2', 'state:/a=1', 'state:/a=1'],
    ['payload.*.*.*=1 type:A', 'payload.*.*.*=1', null],
  ])('of %s, where %s is refused', (text, refused, asked) => {
    const read = parseQuery(text, { now: 0n, zone: 'UTC' });
    if (!read.ok) throw new Error(read.error.message);
    const start = text.indexOf(refused);
    expect(statesIn(text, read.value, { start, end: start + refused.length })).toBe(asked);
  });
});
