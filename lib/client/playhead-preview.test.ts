import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PREVIEW_INTERVAL_MS, Preview } from './playhead-preview.ts';

describe('a preview', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('tells the first move at once and the last at rest, at most 30 times a second', () => {
    const told: [number, number][] = [];
    const preview = new Preview(0, (ordinal) => told.push([ordinal, Date.now()]));
    for (let move = 1; move <= 125; move++) {
      preview.move(move);
      vi.advanceTimersByTime(8);
    }
    vi.advanceTimersByTime(PREVIEW_INTERVAL_MS);
    expect(told[0]?.[0]).toBe(1);
    expect(told.at(-1)?.[0]).toBe(125);
    expect(told.length).toBeLessThanOrEqual(31);
    for (const [index, [, at]] of told.entries())
      expect(at - (told[index - 1]?.[1] ?? -99)).toBeGreaterThan(33);
  });

  it('tells nothing twice', () => {
    const tell = vi.fn();
    const preview = new Preview(4, tell);
    preview.move(4);
    preview.move(5);
    preview.move(6);
    preview.flush();
    preview.flush();
    vi.runAllTimers();
    expect(tell.mock.calls).toEqual([[5], [6]]);
  });

  it('is silent about a place that it was given', () => {
    const tell = vi.fn();
    const preview = new Preview(4, tell);
    preview.move(5);
    preview.move(6);
    preview.adopt(9);
    vi.runAllTimers();
    preview.move(9);
    expect(tell.mock.calls).toEqual([[5]]);
  });
});
