import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventBook } from './event-book.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('an event book', () => {
  it('has those who look ask again for what could not be had, once for all that failed together', async () => {
    let isAway = true;
    const asked: number[] = [];
    const book = new EventBook(200, async (page) => {
      asked.push(page);
      if (isAway) throw new Error('The server is away.');
      return [];
    });
    book.subscribe(() => book.want([1, 100]));
    book.want([1, 100]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([asked, book.turn]).toEqual([[1, 2], 0]);
    isAway = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect([asked, book.turn]).toEqual([[1, 2, 1, 2], 1]);
  });
});
