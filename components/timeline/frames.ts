/** One animation frame for all painters: however often a frame is asked for, each of them runs once in it. */
export class Frames {
  private readonly painters = new Set<() => void>();
  private readonly before: () => void;
  private handle: number | null = null;

  constructor(before: () => void) {
    this.before = before;
  }

  /** Paints with every frame that is asked for; gives the way to stop. */
  add(painter: () => void): () => void {
    this.painters.add(painter);
    this.request();
    return () => this.painters.delete(painter);
  }

  request(): void {
    this.handle ??= requestAnimationFrame(() => {
      this.handle = null;
      this.before();
      for (const painter of this.painters) painter();
    });
  }

  stop(): void {
    if (this.handle !== null) cancelAnimationFrame(this.handle);
    this.handle = null;
  }
}
