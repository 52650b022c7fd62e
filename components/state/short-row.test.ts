import { describe, expect, it } from 'vitest';
import { isShort, yieldingOf } from './short-row.ts';

describe('a row that needs no clip', () => {
  it.each([
    [1, 'status', '"open"'],
    [3, 'quantity', '12'],
    [12, 'a', ''],
  ])('level %i, %s, %s', (level, key, value) => expect(isShort(level, key, value)).toBe(true));

  it('shows what was and what is beside each other', () => {
    expect(isShort(1, 'status', '"open"', '"paid"')).toBe(true);
    expect(isShort(3, 'quantity', '12')).toBe(true);
    expect(isShort(1, 'status', '"confirmed"', '"shipped"')).toBe(false);
    expect(isShort(1, 'status', '"open"', '"開"')).toBe(false);
  });

  it.each([
    ['is too long', 1, 'status', '"open until the end of the month"'],
    ['lies too deep', 12, 'quantity', '12'],
    ['has a name of blanks, which are spelled', 1, '  ', '12'],
    ['has characters of another width', 1, 'status', '"開"'],
    ['has control characters, which are spelled', 1, 'status', '\u0007'],
  ])('one that %s needs it', (_, level, key, value) => expect(isShort(level, key, value)).toBe(false));
});

describe('where a row is too narrow', () => {
  const row = (...values: string[]) => ({ level: 1, key: 'refundLimitEUR', values });

  it('nothing gives way that has room everywhere', () => {
    expect(yieldingOf(row('200'), true)).toBe('none');
  });

  it('the key gives way before a number does, or what is as short', () => {
    expect(yieldingOf(row('200', '20000'), false)).toBe('key');
    expect(yieldingOf(row('"2026-03-02T10:03:00.000058Z"'), true)).toBe('key');
    expect(yieldingOf({ ...row('12345678'), level: 20 }, true)).toBe('key');
  });

  it('of a long text and its key both do', () => {
    expect(yieldingOf(row('1', `"${'a'.repeat(40)}"`), true)).toBe('both');
  });
});
