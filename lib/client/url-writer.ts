/**
 * Writes addresses into the browser's history no faster than browsers accept (Chromium drops more than 200 in ten
 * seconds), and always the newest one at the end.
 *
 * A movement that goes on (a held key) keeps one entry: its first step pushes, what follows replaces.
 */
export const WRITE_INTERVAL_MS = 60;

export type WriteAddress = (address: string, how: 'push' | 'replace') => void;

export class UrlWriter {
  private waiting: { readonly address: string; readonly how: 'push' | 'replace' } | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly write: WriteAddress;

  constructor(write: WriteAddress) {
    this.write = write;
  }

  put(address: string, how: 'push' | 'replace'): void {
    if (this.timer === null) {
      this.write(address, how);
      this.rest();
      return;
    }
    // Whatever waits was never seen in the address bar, so it needs no entry of its own; but a push stays a push.
    this.waiting = { address, how: this.waiting?.how === 'push' ? 'push' : how };
  }

  /** Forgets what waits: the reader went elsewhere. */
  cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.waiting = null;
  }

  /** Writes what waits now. */
  flush(): void {
    const { waiting } = this;
    this.cancel();
    if (waiting !== null) this.write(waiting.address, waiting.how);
  }

  private rest(): void {
    this.timer = setTimeout(() => {
      this.timer = null;
      const { waiting } = this;
      this.waiting = null;
      if (waiting !== null) {
        this.write(waiting.address, waiting.how);
        this.rest();
      }
    }, WRITE_INTERVAL_MS);
  }
}
