import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isTaken, takeTurn } from './frame-turns.ts';

describe('panes that draw', () => {
  let asked: ((frame: number) => void)[] = [];
  let now = 0;
  /** The next frame; gives its time. */
  const frame = () => {
    const due = asked;
    asked = [];
    now += 16;
    for (const run of due) run(now);
    return now;
  };

  beforeEach(() => {
    asked = [];
    vi.stubGlobal('requestAnimationFrame', (run: (frame: number) => void) => asked.push(run));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('do so one a frame, in the order in which they came, the first before all others', () => {
    const drawn: string[] = [];
    takeTurn(() => drawn.push('list'));
    takeTurn(() => drawn.push('event'));
    takeTurn(() => drawn.push('state'), true);
    expect(asked).toHaveLength(1);
    const seen = [0, 1, 2].map(() => {
      frame();
      return [...drawn];
    });
    expect(seen).toEqual([['state'], ['state', 'list'], ['state', 'list', 'event']]);
    expect(asked).toEqual([]);
  });

  it('are left out when they are called off, and come again when they ask again', () => {
    const drawn: string[] = [];
    const leave = takeTurn(() => drawn.push('list'));
    leave();
    leave();
    frame();
    expect(drawn).toEqual([]);
    takeTurn(() => takeTurn(() => drawn.push('behind')));
    frame();
    expect(drawn).toEqual([]);
    frame();
    expect(drawn).toEqual(['behind']);
  });

  it('are not kept from drawing by what is always first', () => {
    const drawn: string[] = [];
    const state = () => {
      drawn.push('state');
      if (drawn.length < 9) takeTurn(state, true);
    };
    takeTurn(state, true);
    takeTurn(() => drawn.push('list'));
    while (asked.length > 0) frame();
    expect(drawn.indexOf('list')).toBeLessThanOrEqual(3);
    expect(drawn.filter((pane) => pane === 'state')).toHaveLength(8);
  });

  it('have the frame that they draw in, and the next one while another waits', () => {
    takeTurn(() => undefined);
    expect(isTaken(now + 16)).toBe(true);
    const drawnAt = frame();
    expect([isTaken(drawnAt), isTaken(drawnAt + 16)]).toEqual([true, false]);
  });
});
