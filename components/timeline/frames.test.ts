import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeTurn } from '#client/frame-turns';
import { Frames } from './frames.ts';

describe('the frames of the dock', () => {
  let asked: ((frame: number) => void)[] = [];
  let now = 0;
  const frame = (took = 16) => {
    const due = asked;
    asked = [];
    now += took;
    for (const run of due) run(now);
  };

  beforeEach(() => {
    asked = [];
    vi.stubGlobal('requestAnimationFrame', (run: (frame: number) => void) => asked.push(run));
  });
  afterEach(() => vi.unstubAllGlobals());

  /** Whether words were written, frame by frame, and the frames that are drawn. */
  function drawn() {
    const words: boolean[] = [];
    const frames = new Frames(() => undefined);
    frames.add((isSaid) => words.push(isSaid));
    return { frames, words };
  }

  it('write words at once, while all moves in every other frame, and always once more', () => {
    const { frames, words } = drawn();
    frame();
    for (let move = 0; move < 4; move += 1) {
      frames.request();
      frame();
    }
    expect(words).toEqual([true, false, true, false, true]);
    frames.request();
    frame();
    expect(words.at(-1)).toBe(false);
    // Nobody asks any more, and what was left comes by itself.
    frame();
    expect(words.at(-1)).toBe(true);
    expect(asked).toEqual([]);
  });

  it('leave words out where a pane draws, but not for ever', () => {
    const { frames, words } = drawn();
    frame(100);
    for (let move = 0; move < 5; move += 1) {
      takeTurn(() => undefined);
      frames.request();
      frame(100);
    }
    expect(words).toEqual([true, false, false, false, true, false]);
  });
});
