/**
 * A history that travels whole: how many segments it has, and these one behind the other.
 *
 * Law: decodeHistory(encodeHistory(segments)) answers what the segments answer.
 */
import { fail, ok, type Result } from '../result.ts';
import { ByteReader, Damage } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { decodeSegment } from './decode-segment.ts';
import type { History } from './history.ts';
import { outlineOf } from './outline.ts';
import type { Segment } from './segment.ts';
import { SegmentedHistory } from './segmented-history.ts';

export function encodeHistory(segments: readonly Uint8Array[]): Uint8Array {
  const writer = new ByteWriter();
  writer.unsigned(segments.length);
  for (const bytes of segments) writer.block(bytes);
  return writer.finish();
}

/** CS-130, CS-131, CS-132 as decodeSegment; CS-132 too where the segments do not follow each other. */
export function decodeHistory(bytes: Uint8Array): Result<History> {
  const segments: Segment[] = [];
  const reader = new ByteReader(bytes);
  try {
    const count = reader.unsigned('segments', bytes.length);
    while (segments.length < count) {
      const segment = decodeSegment(reader.block('segment'));
      if (!segment.ok) return segment;
      segments.push(segment.value);
    }
    if (reader.left > 0) throw new Damage('history', 'goes on behind its end');
  } catch (error) {
    if (error instanceof Damage) return fail('CS-131', `The history is damaged: ${error.message}.`);
    throw error;
  }
  return segments.every((segment, index) => follows(segment, segments[index - 1])) && segments.length > 0
    ? ok(historyOf(segments))
    : fail('CS-132', 'The history contradicts itself: its segments do not follow each other.');
}

/** At least one segment; that of an empty stream has no events. */
export function historyOf(segments: readonly Segment[]): History {
  const [{ axis, projection } = NONE] = segments;
  const outline = {
    axis,
    projection,
    segments: segments.filter(({ first, last }) => first <= last).map(outlineOf),
  };
  return new SegmentedHistory(outline, {
    segment: (index) => {
      const segment = segments[index];
      if (segment === undefined) throw new RangeError(`There is no segment ${index}.`);
      return segment;
    },
  });
}

const NONE = { axis: 'recorded', projection: { kind: 'replace', hash: '', name: '' } } as const;

function follows(segment: Segment, before: Segment | undefined): boolean {
  if (before === undefined) return segment.first === 1;
  return (
    segment.first === before.last + 1 &&
    segment.axis === before.axis &&
    segment.projection.hash === before.projection.hash
  );
}
