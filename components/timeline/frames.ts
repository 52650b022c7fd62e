import { isTaken } from '#client/frame-turns';

/** `words`: what is read may be written in this frame; otherwise only what moves is moved, and the words follow in a later one. */
export type Painter = (words: boolean) => void;

/** Words that change more often than this cannot be read. */
const WORDS_MS = 25;
/** Frames on end that words leave to panes. */
const MOST_LEFT = 3;

/** One animation frame for all painters: however often a frame is asked for, each of them runs once in it. */
export class Frames {
  private readonly painters = new Set<Painter>();
  private readonly before: () => void;
  private handle: number | null = null;
  private wroteAt = Number.NEGATIVE_INFINITY;
  private left = 0;

  constructor(before: () => void) {
    this.before = before;
  }

  /** Paints with every frame that is asked for; gives the way to stop. */
  add(painter: Painter): () => void {
    this.painters.add(painter);
    this.request();
    return () => this.painters.delete(painter);
  }

  request(): void {
    this.handle ??= requestAnimationFrame((frame) => {
      this.handle = null;
      this.before();
      const words = this.left >= MOST_LEFT || (frame - this.wroteAt >= WORDS_MS && !isTaken(frame));
      for (const painter of this.painters) painter(words);
      if (words) {
        this.wroteAt = frame;
        this.left = 0;
        return;
      }
      this.left += 1;
      this.request();
    });
  }

  stop(): void {
    if (this.handle !== null) cancelAnimationFrame(this.handle);
    this.handle = null;
  }
}
