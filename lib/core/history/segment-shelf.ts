/** Where a history finds its segments, and what happens when one is not there yet. */
import type { Segment } from './segment.ts';

export interface SegmentShelf {
  /** By index in the outline. Throws {@link SegmentMissing} where it has not been read. */
  segment(index: number): Segment;
}

/** Not an error: the name of what has to be read before the question can be answered. */
export class SegmentMissing extends Error {
  constructor(readonly index: number) {
    super(`Segment ${index} has not been read.`);
  }
}

/** Answers a question, reading what is missing and asking again until nothing is. */
export async function whenRead<T>(ask: () => T, read: (index: number) => Promise<void>): Promise<T> {
  for (;;) {
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof SegmentMissing)) throw error;
      await read(error.index);
    }
  }
}
