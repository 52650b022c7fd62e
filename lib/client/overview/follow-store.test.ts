import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paced } from './follow-store.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('questions that are paced', () => {
  it('go one at a time, a second apart at least, and what came meanwhile is looked at behind the rest', async () => {
    let asked = 0;
    const questions = paced(async () => {
      asked += 1;
    });
    const then = vi.fn();
    questions.ask(then);
    questions.ask(then);
    await vi.advanceTimersByTimeAsync(999);
    questions.ask(then);
    expect([asked, then.mock.calls.length]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect(then).toHaveBeenCalledOnce();
    questions.ask(then);
    expect(asked).toBe(2);
  });

  it('rest for longer where the answers take long', async () => {
    const questions = paced(() => new Promise((resolve) => setTimeout(resolve, 800)));
    const then = vi.fn();
    questions.ask(then);
    await vi.advanceTimersByTimeAsync(800 + 2_399);
    expect(then).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(then).toHaveBeenCalledOnce();
  });

  it('end when they are stopped', async () => {
    const questions = paced(async () => undefined);
    const then = vi.fn();
    questions.ask(then);
    questions.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    questions.ask(then);
    expect(then).not.toHaveBeenCalled();
  });
});
