import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Layout } from '#client/playhead-positions';
import { streamAt } from '#client/playhead-test-stream';
import { DockModel } from './dock-model.ts';

const stream = streamAt(...Array.from({ length: 100 }, (_, index) => index * 10));

const opened = (ordinal = 50, layout: Layout = 'events') => {
  const events = { onPreview: vi.fn(), onCommit: vi.fn(), onPins: vi.fn() };
  const model = new DockModel(stream, stream.columns, layout, ordinal, events);
  model.setWidth(1000);
  return { model, ...events };
};

const xOf = (model: DockModel, ordinal: number) => model.projection.toX(model.positions.at(ordinal));

describe('the dock', () => {
  let frames: (() => void)[] = [];
  const frame = () => {
    const asked = frames;
    frames = [];
    for (const run of asked) run();
  };

  beforeEach(() => {
    vi.useFakeTimers();
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
    vi.stubGlobal('cancelAnimationFrame', () => undefined);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('turns many pointer moves into one frame, and commits once when let go', () => {
    const { model, onPreview, onCommit } = opened();
    const painted = vi.fn();
    model.frames.add(painted);
    frame();
    for (const ordinal of [51, 52, 60]) model.point(xOf(model, ordinal));
    expect(model.ordinal).toBe(50);
    frame();
    expect(model.ordinal).toBe(60);
    expect(painted).toHaveBeenCalledTimes(2);
    model.point(xOf(model, 61));
    model.commit();
    expect(onPreview.mock.calls).toEqual([[60], [61]]);
    expect(onCommit.mock.calls).toEqual([[61, null]]);
  });

  it('is freed from the events: at a whole millisecond, with the last event as of then', () => {
    const { model, onCommit } = opened(50, 'time');
    const between = model.projection.toX(604.6);
    model.point(between, null, true);
    model.commit();
    expect(model.ordinal).toBe(61);
    expect(model.place).toBe(604);
    expect(onCommit.mock.calls).toEqual([[61, 604_000n]]);
    expect(model.stepFrom(model.ordinal, -1)).toBe(61);
    expect(model.stepFrom(model.ordinal, 1)).toBe(62);
    model.moveTo(61);
    model.commit();
    expect(model.place).toBe(600);
    expect(onCommit.mock.calls.at(-1)).toEqual([61, null]);
  });

  it('takes an instant from the page, and gives it back where a free drag is cancelled', () => {
    const { model } = opened(50, 'time');
    model.follow(20, 195_500n);
    expect([model.ordinal, model.place]).toEqual([20, 195.5]);
    model.point(model.projection.toX(700), null, true);
    frame();
    expect(model.ordinal).toBe(71);
    model.cancelPointer();
    expect([model.ordinal, model.place]).toEqual([20, 195.5]);
    expect(model.stepFrom(20, -1)).toBe(20);
  });

  it('knows nothing between two events on their own scale', () => {
    const { model, onCommit } = opened();
    model.point(xOf(model, 60) + 4, null, true);
    model.commit();
    expect(onCommit.mock.calls).toEqual([[60, null]]);
  });

  it('commits nothing where nothing has moved', () => {
    const { model, onCommit } = opened();
    model.commit();
    model.moveTo(51);
    model.moveTo(50);
    model.commit();
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('follows the page, but not the echo of its own older commits', () => {
    const { model } = opened();
    model.moveTo(51);
    model.commit();
    model.moveTo(52);
    model.commit();
    model.follow(51);
    expect(model.ordinal).toBe(52);
    model.follow(52);
    model.follow(7);
    expect(model.ordinal).toBe(7);
  });

  it('follows the page again where an echo never came', () => {
    const { model } = opened();
    model.moveTo(51);
    model.commit();
    vi.advanceTimersByTime(1500);
    model.follow(7);
    expect(model.ordinal).toBe(7);
  });

  it('goes back to the committed place when the browser takes the gesture', () => {
    const { model, onCommit } = opened();
    model.point(xOf(model, 80));
    frame();
    model.cancelPointer();
    expect([model.ordinal, onCommit.mock.calls.length]).toEqual([50, 0]);
  });

  it('drags a pin without touching the playhead, and tells it once', () => {
    const { model, onPins } = opened();
    model.setPins({ a: 3, b: null });
    model.point(xOf(model, 20), 'a');
    frame();
    expect([model.pins, model.ordinal, onPins.mock.calls.length]).toEqual([{ a: 20, b: null }, 50, 0]);
    model.releasePin();
    expect(onPins.mock.calls).toEqual([[{ a: 20, b: null }]]);
  });

  it('keeps the playhead in sight and inside the history', () => {
    const { model } = opened();
    model.setWindow({ from: 40, to: 60 });
    model.moveTo(75);
    expect(model.window.from).toBeLessThan(75);
    expect(model.window.to).toBeGreaterThan(75);
    model.moveTo(900);
    expect(model.ordinal).toBe(100);
    model.moveTo(-5);
    expect(model.ordinal).toBe(0);
  });

  it('shows the same events after a change of scale', () => {
    const { model } = opened();
    model.setWindow({ from: 40, to: 60 });
    model.setLayout('time');
    expect(model.window).toEqual({ from: 390, to: 590 });
  });

  it('keeps the layout of its glyphs while the window stays', () => {
    const { model } = opened();
    const layout = model.glyphs();
    expect(layout).not.toBeNull();
    expect(model.glyphs()).toBe(layout);
    model.setWindow({ from: 40, to: 60 });
    expect(model.glyphs()).not.toBe(layout);
  });
});
