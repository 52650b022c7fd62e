/** Closed segments of one fold that are known already and come into the store only now: whoever reads one waits for it. */
import type { ClosedSegment } from '#store';
import type { SegmentReader } from './segment-reader.ts';

interface Expected {
  readonly row: ClosedSegment;
  readonly come: () => void;
}

export class WrittenBehind {
  private readonly expected = new Map<string, Expected>();

  constructor(private readonly segments: SegmentReader) {}

  expect(row: ClosedSegment): void {
    const coming = new Promise<void>((resolve) => this.expected.set(row.hash, { row, come: resolve }));
    this.segments.await(row.hash, coming);
  }

  has(hash: string): boolean {
    return this.expected.has(hash);
  }

  rowOf(hash: string): ClosedSegment | undefined {
    return this.expected.get(hash)?.row;
  }

  done(hash: string): void {
    this.expected.get(hash)?.come();
    this.expected.delete(hash);
  }

  /** Nothing comes any more: who waits finds in the store what there is. */
  over(): void {
    for (const hash of [...this.expected.keys()]) this.done(hash);
  }
}
