/** A value that is shown when it is its turn: what changes a lot at once is drawn part by part, one a frame. */
import { takeTurn } from './frame-turns.ts';

export class TurnedValue<T> {
  private newest: T;
  private callOff: (() => void) | null = null;

  constructor(private shown: T) {
    this.newest = shown;
  }

  /** What is to be shown now. `waits` false: the value, at once; else it waits for its turn. */
  offer(value: T, waits: boolean): T {
    this.newest = value;
    if (!waits) this.shown = value;
    return this.shown;
  }

  /** Where something waits: `draw` is called when it is its turn. Of values that came meanwhile the newest is shown then. */
  ask(draw: () => void): void {
    if (this.shown === this.newest || this.callOff !== null) return;
    const show = () => {
      this.callOff = null;
      this.shown = this.newest;
      draw();
    };
    // The frame that comes next has what made it wait to draw already.
    const frame = requestAnimationFrame(() => {
      this.callOff = takeTurn(show);
    });
    this.callOff = () => cancelAnimationFrame(frame);
  }

  leave(): void {
    this.callOff?.();
    this.callOff = null;
  }
}
