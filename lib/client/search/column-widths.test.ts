import { describe, expect, it } from 'vitest';
import { readWidths } from './column-widths.ts';

describe('the widths of columns', () => {
  it('are read as far as they are widths of columns', () => {
    expect(readWidths('{"type":180,"actor":4,"entity":"wide","colour":90}')).toEqual({ type: 180 });
    for (const text of [null, '', '{', '3', 'null', '[]']) expect(readWidths(text)).toEqual({});
  });
});
