import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Axis,
  buildHistory,
  buildSegments,
  builtInProjection,
  decodeSegment,
  encodeSegment,
  historyOf,
  inOrderOf,
  noUpcasters,
  outlineOf,
  outlineOfParts,
  type Segment,
  SegmentedHistory,
  SegmentMissing,
  type StoredEvent,
  whenRead,
} from '#core';
import {
  BUILT_IN_KINDS,
  DECLARED_KEYS,
  keyedStreamArbitrary,
  limitsArbitrary,
  streamArbitrary,
} from '#testing';

const AXES: readonly Axis[] = ['recorded', 'occurred'];
const STREAMS = { 'by index': streamArbitrary, 'by key': keyedStreamArbitrary };
const CASES = BUILT_IN_KINDS.flatMap((kind) =>
  AXES.flatMap((axis) => (['by index', 'by key'] as const).map((arrays) => ({ kind, axis, arrays }))),
);

describe.each(CASES)('segments of kind $kind on the $axis axis, arrays $arrays', ({ kind, axis, arrays }) => {
  const projection = builtInProjection(kind, arrays === 'by key' ? DECLARED_KEYS : []);
  const streams = STREAMS[arrays](kind);
  const segmentsOf = (events: readonly StoredEvent[], limits: Limits, after?: Segment) => {
    const options = { axis, limits, ...(after === undefined ? {} : { after }) };
    const rest = inOrderOf(axis, events).slice(after?.last ?? 0);
    return [...buildSegments(rest, projection, noUpcasters, options)];
  };

  it('go on from any finished one as if the fold had never paused, byte for byte', () => {
    fc.assert(
      fc.property(streams, limitsArbitrary, (events, limits) => {
        const whole = segmentsOf(events, limits);
        for (const [index, { bytes, isOpen }] of whole.entries()) {
          if (isOpen) continue;
          expect(segmentsOf(events, limits, decoded(bytes))).toEqual(whole.slice(index + 1));
        }
      }),
      { numRuns: arrays === 'by key' ? 40 : 60 },
    );
  });

  it('go on in an open one as if the fold had never paused, byte for byte', () => {
    fc.assert(
      fc.property(streamArbitrary(kind), limitsArbitrary, fc.nat(12), (events, limits, kept) => {
        const ordered = inOrderOf(axis, events);
        const open = segmentsOf(ordered.slice(0, kept), limits).find(({ isOpen }) => isOpen);
        if (open === undefined || ordered.length === 0 || kept === 0) return;
        const segment = decoded(open.bytes);
        const rest = ordered.slice(segment.last);
        const whole = [...buildSegments(ordered, projection, noUpcasters, { axis, limits })];
        const goneOn = [...buildSegments(rest, projection, noUpcasters, { axis, limits, open: segment })];
        expect(goneOn).toEqual(whole.slice(-goneOn.length));
        expect(encodeSegment(segment.parts())).toEqual(open.bytes);
        expect(outlineOfParts(segment.parts())).toEqual(outlineOf(segment));
      }),
      { numRuns: 60 },
    );
  });

  it('are the same whatever follows, once they are closed', () => {
    fc.assert(
      fc.property(streams, limitsArbitrary, fc.nat(12), (events, limits, kept) => {
        const ordered = inOrderOf(axis, events);
        const closed = segmentsOf(ordered.slice(0, kept), limits).filter(({ isOpen }) => !isOpen);
        const options = { axis, limits };
        const all = [...buildSegments(ordered, projection, noUpcasters, options)];
        expect(all.slice(0, closed.length)).toEqual(closed);
      }),
      { numRuns: arrays === 'by key' ? 40 : 60 },
    );
  });

  it('answer the same when each is read only once it is needed', async () => {
    await fc.assert(
      fc.asyncProperty(streams, limitsArbitrary, fc.nat(), fc.nat(), async (events, limits, a, b) => {
        const whole = buildHistory(events, projection, noUpcasters, axis, limits);
        const [from, to] = [a % (whole.length + 1), b % (whole.length + 1)];
        const lazily = onDemand(segmentsOf(events, limits).map(({ bytes }) => decoded(bytes)));
        expect(await lazily((history) => history.diff(from, to))).toEqual(whole.diff(from, to));
        expect(await lazily((history) => history.stateAt(to))).toEqual(whole.stateAt(to));
        for (const { path } of whole.diff(from, to)) {
          expect(await lazily((history) => history.fieldHistory(path))).toEqual(whole.fieldHistory(path));
          const limits = { events: 3, work: 40 };
          const page = await lazily((history) => history.valueHistory(path, 1, whole.length, limits));
          expect(page).toEqual(whole.valueHistory(path, 1, whole.length, limits));
          const next = await lazily((history) => history.nextChange(path, from, 1));
          expect(next).toBe(whole.nextChange(path, from, 1));
        }
      }),
      { numRuns: arrays === 'by key' ? 40 : 60 },
    );
  });
});

it('a state stepped to shares every leaf that did not change', () => {
  fc.assert(
    fc.property(streamArbitrary('merge'), (events) => {
      const history = buildHistory(events, builtInProjection('merge'), noUpcasters, 'recorded');
      for (let ordinal = 1; ordinal <= history.length; ordinal += 1) {
        const before = new Set(history.stateAt(ordinal - 1));
        const changed = new Set(history.changesOf(ordinal).map(({ path }) => path));
        const fresh = history.stateAt(ordinal).filter((leaf) => !before.has(leaf));
        expect(fresh.every(({ path }) => changed.has(path))).toBe(true);
      }
    }),
  );
});

type Limits = { readonly events: number; readonly size: number };

function decoded(bytes: Uint8Array): Segment {
  const segment = decodeSegment(bytes);
  if (!segment.ok) throw new Error(segment.error.message);
  return segment.value;
}

/** Asks a history of which no segment has been read before the question. */
function onDemand(segments: readonly Segment[]) {
  const [{ axis, projection } = historyOf([])] = segments;
  const outline = {
    axis,
    projection,
    segments: segments.filter(({ first, last }) => first <= last).map(outlineOf),
  };
  return <T>(ask: (history: SegmentedHistory) => T): Promise<T> => {
    const read = new Map<number, Segment>();
    const history = new SegmentedHistory(outline, {
      segment: (index) => {
        const segment = read.get(index);
        if (segment === undefined) throw new SegmentMissing(index);
        return segment;
      },
    });
    return whenRead(
      () => ask(history),
      async (index) => {
        const segment = segments[index];
        if (segment === undefined || read.has(index))
          throw new Error(`Segment ${index} was asked for twice.`);
        read.set(index, segment);
      },
    );
  };
}
