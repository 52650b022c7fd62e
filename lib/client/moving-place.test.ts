import { describe, expect, it } from 'vitest';
import { MovingPlace, type Pen, placeNow } from './moving-place.ts';
import type { Scene } from './replay/question.ts';

const scene = (ordinal: number): Scene => ({
  ordinal,
  event: null,
  leaves: [],
  changes: [],
  previous: null,
  existed: false,
});

class NotingPen implements Pen {
  readonly done: string[] = [];
  can = true;
  draw({ ordinal }: Scene): boolean {
    if (this.can) this.done.push(`draw ${ordinal}`);
    return this.can;
  }
  lift(): void {
    this.done.push('lift');
  }
}

describe('where the playhead is on its way to', () => {
  it('is ahead of what is rendered while moments are sketched, and nobody is told', () => {
    const moving = new MovingPlace();
    const pen = new NotingPen();
    const told: (number | null)[] = [];
    moving.lend(pen);
    moving.subscribe(() => told.push(moving.ordinal));
    moving.show(10);
    expect(moving.sketch(scene(90))).toBe(true);
    expect([moving.ordinal, moving.reached, placeNow({ committed: 1, moving, length: 100 })]).toEqual([
      10, 90, 90,
    ]);
    moving.show(95);
    expect([moving.ordinal, moving.reached]).toEqual([95, 95]);
    moving.show(null);
    expect(told).toEqual([10, 95, null]);
    expect(pen.done).toEqual(['lift', 'draw 90', 'lift', 'lift']);
  });

  it('is lifted also where what is shown then was rendered already', () => {
    const moving = new MovingPlace();
    const pen = new NotingPen();
    moving.lend(pen);
    moving.show(10);
    moving.sketch(scene(90));
    moving.show(10);
    expect(pen.done).toEqual(['lift', 'draw 90', 'lift']);
    expect(moving.reached).toBe(10);
  });

  it('stays where it is where no pen can draw the moment, or none is there', () => {
    const moving = new MovingPlace();
    const pen = new NotingPen();
    expect(moving.sketch(scene(3))).toBe(false);
    const takeBack = moving.lend(pen);
    pen.can = false;
    expect(moving.sketch(scene(3))).toBe(false);
    takeBack();
    pen.can = true;
    expect(moving.sketch(scene(3))).toBe(false);
    expect([moving.reached, pen.done]).toEqual([null, ['lift']]);
  });
});
