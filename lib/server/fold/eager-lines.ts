/**
 * Lines that are read as fast as they come, whether somebody takes them or not: the connection is free again as soon as they are there.
 * All of them lie in memory meanwhile.
 */
export class EagerLines {
  private readonly chunks: Uint8Array[] = [];
  private isThrough = false;
  private failure: unknown = null;
  private told: () => void = () => undefined;

  constructor(lines: AsyncIterable<Uint8Array>) {
    this.read(lines).catch((error: unknown) => {
      this.failure = error;
      this.told();
    });
  }

  /** The last one was read; not that it was taken. */
  get areRead(): boolean {
    return this.isThrough;
  }

  /** null: there are no more. Rejects with what the lines failed with, behind those that came. */
  async next(): Promise<Uint8Array | null> {
    for (;;) {
      const chunk = this.chunks.shift();
      if (chunk !== undefined) return chunk;
      if (this.failure !== null) throw this.failure;
      if (this.isThrough) return null;
      await new Promise<void>((resolve) => {
        this.told = resolve;
      });
    }
  }

  private async read(lines: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of lines) {
      this.chunks.push(chunk);
      this.told();
    }
    this.isThrough = true;
    this.told();
  }
}
