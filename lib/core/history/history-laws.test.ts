import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Axis,
  applyChanges,
  buildHistory,
  builtInProjection,
  type Change,
  canonicalText,
  documentOf,
  type EventToFold,
  foldStream,
  type History,
  type Json,
  noUpcasters,
  type Projection,
  type StoredEvent,
  stateText,
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

describe.each(CASES)(
  'a history of kind $kind on the $axis axis, arrays $arrays',
  ({ kind, axis, arrays }) => {
    const projection = builtInProjection(kind, arrays === 'by key' ? DECLARED_KEYS : []);
    const holds = (law: (subject: Subject) => void) =>
      fc.assert(
        fc.property(STREAMS[arrays](kind), limitsArbitrary, (events, limits) => {
          const history = buildHistory(events, projection, noUpcasters, axis, limits);
          law({ history, ordered: inOrder(events, axis) });
        }),
        { numRuns: arrays === 'by key' ? 60 : 120 },
      );

    it('has at every ordinal the state that a naive fold has', () => {
      holds(({ history, ordered }) => {
        expect(history.length).toBe(ordered.length);
        // Forwards it steps from state to state, backwards too, and then leaps.
        const forwards = [0, ...ordinals(history)];
        for (const ordinal of [...forwards, ...forwards.toReversed(), history.length, 0]) {
          const naive = naiveFold(ordered.slice(0, ordinal), projection);
          expect(stateText(history.stateAt(ordinal))).toBe(naive === undefined ? null : canonicalText(naive));
        }
      });
    });

    it('has a diff that leads from any moment to any other, and back', () => {
      holds(({ history }) => {
        for (const [from, to] of pairs(history.length)) {
          const diff = history.diff(from, to);
          expect(applyChanges(texts(history, from), diff)).toEqual(texts(history, to));
          expect(history.diff(to, from)).toEqual(
            diff.map(({ path, before, after, ordinal }) => ({ path, before: after, after: before, ordinal })),
          );
          for (const entry of diff) {
            expect(entry.before).not.toBe(entry.after);
            expect(entry.ordinal).toBe(lastNaming(history, entry.path, Math.max(from, to)));
          }
        }
      });
    });

    it('blames for every leaf the last event that names it', () => {
      holds(({ history }) => {
        for (let ordinal = 0; ordinal <= history.length; ordinal += 1) {
          for (const leaf of history.stateAt(ordinal)) {
            expect(leaf.ordinal).toBe(lastNaming(history, leaf.path, ordinal));
          }
        }
      });
    });

    it('says of each event what the fold said', () => {
      holds(({ history, ordered }) => {
        const steps = [...foldStream(ordered, projection, noUpcasters)];
        for (const [index, step] of steps.entries()) {
          const header = history.event(index + 1);
          expect(history.changesOf(index + 1)).toEqual(step.changes);
          expect(header).toEqual({
            ...headerOf(step.event),
            ordinal: index + 1,
            changes: step.changes.length,
            mark: step.mark,
          });
        }
      });
    });

    it('finds ordinals by version and by instant', () => {
      holds(({ history, ordered }) => {
        expect(history.ordinalOfVersion(0)).toBe(0);
        for (const [index, event] of ordered.entries()) {
          expect(history.ordinalOfVersion(event.version)).toBe(index + 1);
        }
        const clock = (event: StoredEvent) => (axis === 'recorded' ? event.recordedHigh : event.occurredAt);
        for (const at of ordered.map(clock).flatMap((instant) => [instant - 1n, instant, instant + 1n])) {
          expect(history.ordinalAsOf(at)).toBe(ordered.filter((event) => clock(event) <= at).length);
        }
      });
    });

    it('lists and steps through the changes of one field', () => {
      holds(({ history }) => {
        const paths = ordinals(history).flatMap((ordinal) =>
          history.changesOf(ordinal).map(({ path }) => path),
        );
        for (const path of new Set([...paths, ...paths.map(parentOf), '/not/there'])) {
          const naming = ordinals(history).filter(
            (ordinal) => changeOf(history, ordinal, path) !== undefined,
          );
          expect(history.fieldHistory(path)).toEqual(
            naming.map((ordinal) => ({ ordinal, text: changeOf(history, ordinal, path)?.after })),
          );
          const [from, to] = [2, history.length - 1];
          expect(history.fieldHistory(path, from, to)).toEqual(
            history.fieldHistory(path).filter(({ ordinal }) => ordinal >= from && ordinal <= to),
          );
          const touching = ordinals(history).filter((ordinal) =>
            history
              .changesOf(ordinal)
              .some((change) => change.path === path || change.path.startsWith(`${path}/`)),
          );
          expect(history.touches(path)).toEqual(touching);
          expect(history.touches(path, from, to)).toEqual(
            touching.filter((ordinal) => ordinal >= from && ordinal <= to),
          );
          for (const ordinal of [0, ...ordinals(history)]) {
            expect([history.nextTouch(path, ordinal, -1), history.nextTouch(path, ordinal, 1)]).toEqual([
              touching.findLast((other) => other < ordinal) ?? null,
              touching.find((other) => other > ordinal) ?? null,
            ]);
            expect(history.nextChange(path, ordinal, 1)).toBe(
              naming.find((other) => other > ordinal) ?? null,
            );
            expect(history.nextChange(path, ordinal, -1)).toBe(
              naming.findLast((other) => other < ordinal) ?? null,
            );
          }
        }
      });
    });
  },
);

const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

it('refuses ordinals and versions that it does not have', () => {
  const history = buildHistory([], builtInProjection('replace'), noUpcasters, 'recorded');
  expect(history.stateAt(0)).toEqual([]);
  expect(() => history.stateAt(1)).toThrow(RangeError);
  expect(() => history.event(0)).toThrow(RangeError);
  expect(() => history.diff(0, -1)).toThrow(RangeError);
  expect(() => history.ordinalOfVersion(1)).toThrow(RangeError);
});

interface Subject {
  readonly history: History;
  readonly ordered: readonly StoredEvent[];
}

function inOrder(events: readonly StoredEvent[], axis: Axis): readonly StoredEvent[] {
  if (axis === 'recorded') return events;
  const key = ({ occurredAt, version }: StoredEvent) => occurredAt * 1_000n + BigInt(version);
  return [...events].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The fold as the definition has it, from the first event on each time and without any column. */
function naiveFold(events: readonly StoredEvent[], projection: Projection): Json | undefined {
  let state: Json | undefined;
  for (const event of events) {
    const document = documentOf(event);
    if (event.removed) {
      state = undefined;
    } else if (document.ok) {
      const evolved = projection.evolve(state, { ...event, document: document.value });
      if (evolved.mark === null) state = evolved.state;
    }
  }
  return state;
}

function headerOf(event: EventToFold) {
  const {
    version,
    position,
    type,
    schemaVersion,
    actor,
    occurredAt,
    recordedAt,
    recordedHigh,
    flags,
    removed,
  } = event;
  return {
    version,
    position,
    type,
    schemaVersion,
    actor,
    occurredAt,
    recordedAt,
    recordedHigh,
    flags,
    removed,
  };
}

const ordinals = (history: History) => Array.from({ length: history.length }, (_, index) => index + 1);

const texts = (history: History, ordinal: number) =>
  history.stateAt(ordinal).map(({ path, text }) => ({ path, text }));

const changeOf = (history: History, ordinal: number, path: string): Change | undefined =>
  history.changesOf(ordinal).find((change) => change.path === path);

const lastNaming = (history: History, path: string, upTo: number) =>
  ordinals(history).findLast((ordinal) => ordinal <= upTo && changeOf(history, ordinal, path) !== undefined);

function pairs(length: number): [number, number][] {
  const moments = Array.from({ length: length + 1 }, (_, ordinal) => ordinal);
  return moments.flatMap((from) =>
    moments.filter((to) => to >= from).map((to): [number, number] => [from, to]),
  );
}
