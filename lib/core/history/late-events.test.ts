import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Axis,
  buildSegments,
  builtInProjection,
  decodeSegment,
  EVENT_FLAGS,
  historyOf,
  inOrderOf,
  lateInSegment,
  noUpcasters,
  type StoredEvent,
  sketchOf,
} from '#core';
import { limitsArbitrary, storedEvent } from '#testing';

const events = fc
  .array(fc.record({ occurred: fc.nat(20), isOurs: fc.boolean() }), { minLength: 1, maxLength: 40 })
  .map((all) =>
    all.map(({ occurred, isOurs }, index) =>
      storedEvent({
        version: index + 1,
        position: BigInt(index + 1),
        payload: '{}',
        occurredAt: BigInt(occurred),
        flags: isOurs ? EVENT_FLAGS.occurredIsOurs : 0,
      }),
    ),
  );

describe.each<Axis>(['recorded', 'occurred'])('late events on the %s axis', (axis) => {
  it('are those before which an event of a lower version happened, however the stream was cut', () => {
    fc.assert(
      fc.property(events, limitsArbitrary, (stream, limits) => {
        const ordered = inOrderOf(axis, stream);
        const built = [
          ...buildSegments(ordered, builtInProjection('replace'), noUpcasters, { axis, limits }),
        ];
        const segments = built.map(({ bytes }) => {
          const segment = decodeSegment(bytes);
          if (!segment.ok) throw new Error(segment.error.message);
          return segment.value;
        });
        const history = historyOf(segments);
        const sketched = segments.map((segment) => {
          const { first, last } = segment;
          return { first, last, sketch: sketchOf(segment) };
        });
        const late = sketched.flatMap((_, index) => [...lateInSegment(history, sketched, index)]);
        expect(late).toEqual(ordered.map((event) => Number(isLate(event, stream))));
      }),
    );
  });
});

function isLate({ version, occurredAt, flags }: StoredEvent, stream: readonly StoredEvent[]): boolean {
  const isOurs = (bits: number) => (bits & EVENT_FLAGS.occurredIsOurs) !== 0;
  return (
    !isOurs(flags) &&
    stream.some((other) => !isOurs(other.flags) && other.version < version && other.occurredAt > occurredAt)
  );
}
