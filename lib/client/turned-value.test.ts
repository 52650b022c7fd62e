import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TurnedValue } from './turned-value.ts';

describe('a value that waits', () => {
  let asked = new Map<number, () => void>();
  let count = 0;
  const frame = () => {
    const runs = [...asked.values()];
    asked.clear();
    for (const run of runs) run();
  };
  beforeEach(() => {
    asked = new Map();
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
      count += 1;
      asked.set(count, run);
      return count;
    });
    vi.stubGlobal('cancelAnimationFrame', (nth: number) => asked.delete(nth));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is shown in a frame of its own, one after the other in the order in which they asked', () => {
    const parts = [new TurnedValue('old'), new TurnedValue('old')];
    const drawn: number[] = [];
    for (const [nth, part] of parts.entries()) {
      expect(part.offer('new', true)).toBe('old');
      part.ask(() => drawn.push(nth));
    }
    frame();
    expect(drawn, 'in the frame that has what made them wait').toEqual([]);
    frame();
    expect(drawn).toEqual([0]);
    expect(parts.map((part) => part.offer('new', true))).toEqual(['new', 'old']);
    frame();
    expect(drawn).toEqual([0, 1]);
    expect(parts.map((part) => part.offer('new', true))).toEqual(['new', 'new']);
    for (const part of parts) part.ask(() => drawn.push(2));
    expect(asked.size).toBe(0);
  });

  it('gives way to what comes meanwhile, and takes one turn with it', () => {
    const part = new TurnedValue(1);
    const draw = vi.fn();
    for (const value of [2, 3]) {
      expect(part.offer(value, true)).toBe(1);
      part.ask(draw);
    }
    for (let nth = 0; nth < 3; nth += 1) frame();
    expect(draw).toHaveBeenCalledTimes(1);
    expect(part.offer(3, true)).toBe(3);
  });

  it('is shown at once where it need not wait', () => {
    const part = new TurnedValue(1);
    part.offer(2, true);
    part.ask(() => undefined);
    expect(part.offer(3, false)).toBe(3);
    frame();
    frame();
    expect(part.offer(3, true)).toBe(3);
  });

  it('is not drawn behind its leave, and can ask again', () => {
    const part = new TurnedValue(1);
    const draw = vi.fn();
    part.offer(2, true);
    part.ask(draw);
    part.leave();
    frame();
    part.ask(draw);
    frame();
    part.leave();
    frame();
    expect(draw).not.toHaveBeenCalled();
    part.ask(draw);
    frame();
    frame();
    expect(draw).toHaveBeenCalledTimes(1);
  });
});
