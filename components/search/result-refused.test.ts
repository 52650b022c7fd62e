import { describe, expect, it } from 'vitest';
import { parseQuery } from '#core';
import { withoutFreeText } from './result-refused.tsx';

describe('a query without its words', () => {
  it.each([
    ['late type:A "very late" -lost', 'type:A'],
    ['type:A', 'type:A'],
    ['(late OR lost) actor:b', 'actor:b'],
  ])('%s becomes %s', (text, rest) => {
    const read = parseQuery(text, { now: 0n, zone: 'UTC' });
    if (!read.ok) throw new Error(read.error.message);
    expect(withoutFreeText(text, read.value).trim()).toBe(rest);
  });
});
