import { expect, it } from 'vitest';
import { testStream } from '#client/playhead-test-stream';
import type { Axis } from '#core';
import { DockModel } from './dock-model.ts';
import { drawLate, type Pen } from './draw-late.ts';

const MINUTE = 60_000_000n;

/** Rings by their middles, lines by their ends, marks by their left edges, in pixels. */
class Drawing implements Pen {
  readonly rings: number[] = [];
  readonly lines: (readonly [from: number, to: number])[] = [];
  readonly marks: number[] = [];
  strokeStyle = '';
  fillStyle = '';
  lineWidth = 1;
  private from = 0;

  arc(x: number): void {
    this.rings.push(Math.round(x));
  }

  moveTo(x: number): void {
    this.from = Math.round(x);
  }

  lineTo(x: number): void {
    this.lines.push([this.from, Math.round(x)]);
  }

  fillRect(x: number): void {
    this.marks.push(x);
  }

  beginPath(): void {}
  stroke(): void {}
  setLineDash(): void {}
}

interface Times {
  /** Minutes. */
  readonly recorded: number;
  readonly occurred: number;
  readonly version?: number;
}

/** On a track of 1,000 pixels that shows the minutes of `window` after the first event. */
function drawn(events: readonly Times[], axis: Axis, window: { from: number; to: number }): Drawing {
  const stream = testStream(
    events.map(({ recorded, occurred, version }) => ({
      at: BigInt(recorded) * MINUTE,
      occurredAt: BigInt(occurred) * MINUTE,
      ...(version === undefined ? {} : { version }),
    })),
    axis,
  );
  const nobody = { onPreview: () => undefined, onCommit: () => undefined, onPins: () => undefined };
  const model = new DockModel(stream, stream.columns, 'time', 1, nobody);
  model.width = 1000;
  model.window = { from: window.from * 60_000, to: window.to * 60_000 };
  const drawing = new Drawing();
  drawLate(drawing, model, { late: 'black' });
  return drawing;
}

it('leads back to when it happened, on the recorded axis', () => {
  const events = [
    { recorded: 100, occurred: 100 },
    { recorded: 110, occurred: 110 },
    { recorded: 115, occurred: 105 },
  ];
  expect(drawn(events, 'recorded', { from: 0, to: 20 })).toMatchObject({
    rings: [750, 250],
    lines: [[744, 252]],
  });
});

it('leads on to when it was recorded, on the occurred axis', () => {
  const events = [
    { occurred: 100, recorded: 100, version: 1 },
    { occurred: 105, recorded: 115, version: 3 },
    { occurred: 110, recorded: 110, version: 2 },
  ];
  expect(drawn(events, 'occurred', { from: 0, to: 20 })).toMatchObject({
    rings: [250, 750],
    lines: [[256, 748]],
  });
});

it('goes to the edge where the other time is out of sight, and ends in no ring there', () => {
  const events = [
    { recorded: 100, occurred: 100 },
    { recorded: 110, occurred: 110 },
    { recorded: 115, occurred: 20 },
  ];
  const { rings, lines } = drawn(events, 'recorded', { from: 0, to: 20 });
  expect(rings).toEqual([750]);
  expect(lines).toEqual([[744, -2]]);
});

it('marks each column with late events once, where single events are not drawn', () => {
  const crowd = Array.from({ length: 5_000 }, (_, index) => ({
    recorded: 1_000 + index,
    occurred: index >= 2_500 && index < 2_520 ? 0 : 1_000 + index,
  }));
  const { rings, marks } = drawn(crowd, 'recorded', { from: 0, to: 5_000 });
  expect(rings).toEqual([]);
  // Twenty events, five of them a pixel: one column of four pixels.
  expect(marks).toEqual([500]);
});
