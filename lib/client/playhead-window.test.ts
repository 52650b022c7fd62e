import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionsOf } from './playhead-positions.ts';
import { streamAt } from './playhead-test-stream.ts';
import {
  centreWindow,
  clampWindow,
  convertWindow,
  isWhole,
  resizeWindow,
  revealPlace,
  shiftWindow,
  zoomWindow,
} from './playhead-window.ts';

const { columns } = streamAt(...Array.from({ length: 100 }, (_, index) => index * 10));
const events = positionsOf(columns, 'events');
const time = positionsOf(columns, 'time');

const place = fc.double({ min: -500, max: 1500, noNaN: true });
const windows = fc
  .tuple(place, place)
  .map(([one, other]) => clampWindow({ from: Math.min(one, other), to: Math.max(one, other) }, events));

describe('a window', () => {
  it('stays inside the line and is never too short, whatever is done to it', () => {
    fc.assert(
      fc.property(windows, place, fc.double({ min: 0.01, max: 50, noNaN: true }), (window, at, factor) => {
        const results = [
          zoomWindow(window, factor, at, events),
          shiftWindow(window, at / 100, events),
          revealPlace(window, Math.max(events.extent.from, Math.min(events.extent.to, at)), events),
          centreWindow(window, at, events),
          resizeWindow(window, 'from', at, events),
          resizeWindow(window, 'to', at, events),
        ];
        for (const { from, to } of results) {
          expect(from).toBeGreaterThanOrEqual(events.extent.from - 1e-9);
          expect(to).toBeLessThanOrEqual(events.extent.to + 1e-9);
          expect(to - from).toBeGreaterThanOrEqual(events.shortest - 1e-9);
        }
      }),
    );
  });

  it('zooms about a place that keeps its pixel', () => {
    expect(zoomWindow({ from: 20, to: 60 }, 0.5, 30, events)).toEqual({ from: 25, to: 45 });
    expect(zoomWindow({ from: 25, to: 45 }, 2, 30, events)).toEqual({ from: 20, to: 60 });
  });

  it('comes to the place that it is zoomed about, where that was out of sight', () => {
    expect(zoomWindow({ from: 20, to: 40 }, 0.5, 80, events)).toEqual({ from: 75, to: 85 });
  });

  it('zooms out to the whole line', () => {
    expect(isWhole(zoomWindow({ from: 20, to: 60 }, 100, 30, events), events)).toBe(true);
  });

  it('reveals a place, and does not move where the place is in sight', () => {
    const window = { from: 20, to: 40 };
    expect(revealPlace(window, 40, events)).toBe(window);
    expect(revealPlace(window, 50, events)).toEqual({ from: 32, to: 52 });
    expect(revealPlace(window, 10, events)).toEqual({ from: 8, to: 28 });
  });

  it('shows the same events on the other scale', () => {
    expect(convertWindow({ from: 20, to: 40 }, events, time)).toEqual({ from: 190, to: 390 });
    expect(convertWindow(time.extent, time, events)).toBe(events.extent);
  });
});
