import type { SketchedSegment } from '#core';

const NO_TIMES =
  'The source gave no times at all: what is shown is when the log was imported, and only the order of the events says something.';

/** What to say about the axis: the server's reason, unless no event has any time of its own, where neither axis tells when. */
export function axisNotice(segments: readonly SketchedSegment[], reason: string | null): string | null {
  if (reason === null) return null;
  return segments.every(({ sketch }) => sketch.timed === 0) ? NO_TIMES : reason;
}
