import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Axis, buildHistory, builtInProjection, LruCache, noUpcasters, type StoredEvent } from '#core';
import { BUILT_IN_KINDS, limitsArbitrary, storedEvent, streamArbitrary } from '#testing';
import { readOutline } from '#wire';
import { visibleChanges } from '../visible-changes.ts';
import { Answerer } from './answer.ts';
import { filterArbitrary } from './filter-arbitrary.fixture.ts';
import type { Question } from './question.ts';
import { type BuiltHistory, builtHistory, channelTo } from './replay.fixture.ts';
import { Replay } from './replay.ts';
import { ReplayChannel } from './replay-channel.ts';
import { ReplayEngine } from './replay-engine.ts';
import { decoded, type ReplaySources } from './serve-replays.ts';

const AXES: readonly Axis[] = ['recorded', 'occurred'];
const CASES = BUILT_IN_KINDS.flatMap((kind) => AXES.map((axis) => ({ kind, axis })));
const LOG_HEAD = 1_000n;

const replayOf = (built: BuiltHistory, sources: ReplaySources = sourcesOf(built)) =>
  new Replay({ outline: built.outline, outlinePath: '/outline', answered: [], columns: null }, () =>
    channelTo(sources),
  );

const sourcesOf = ({ bytes }: BuiltHistory) => ({
  segment: async (hash: string) => bytes.get(hash) ?? null,
  makeAgain: async () => undefined,
  search: noText,
});

const noText = async () => ({ versions: [], through: 0, head: 0 });

describe.each(CASES)('a replay of kind $kind on the $axis axis', ({ kind, axis }) => {
  const streams = streamArbitrary(kind).filter((events) => events.length > 0);
  const questionsAbout = (events: readonly StoredEvent[]): fc.Arbitrary<Question[]> => {
    const ordinal = fc.nat(events.length);
    const paths = pathsOf(events, axis, kind);
    return fc.array(
      fc.oneof(
        fc.record({ what: fc.constant('scene' as const), ordinal }),
        fc.record({ what: fc.constant('events' as const), page: fc.constant(1) }),
        fc.record({ what: fc.constant('compare' as const), from: ordinal, to: ordinal }),
        fc.record({ what: fc.constant('actors' as const), from: ordinal, to: ordinal }),
        fc.record({ what: fc.constant('between' as const), from: ordinal, to: ordinal }),
        fc.record({ what: fc.constant('neighbours' as const), path: fc.constantFrom('', ...paths), ordinal }),
        fc.record({ what: fc.constant('matching' as const), filter: filterArbitrary(paths) }),
        fc.record({ what: fc.constant('labels' as const) }),
        fc.record({ what: fc.constant('field' as const), path: fc.constantFrom('', ...paths) }),
        fc.record({
          what: fc.constant('fieldValues' as const),
          path: fc.constantFrom('', ...paths),
          from: fc.integer({ min: 1, max: events.length }),
          to: ordinal,
        }),
        fc.record({
          what: fc.constant('moment' as const),
          text: fc.constantFrom('latest', '1', '@1', '@4', '1970-01-01T00:00:00.000004Z', 'soon', '999'),
          logHead: fc.constant(LOG_HEAD),
        }),
      ),
      { minLength: 1, maxLength: 8 },
    );
  };

  it('counts of an event what a sentence tells of', () => {
    fc.assert(
      fc.property(streams, (events) => {
        const whole = answererOf(events, builtHistory(events, kind, axis), kind, axis);
        for (const { ordinal, changes } of whole.answer({ what: 'events', page: 1 })) {
          const scene = whole.answer({ what: 'scene', ordinal });
          expect(changes).toBe(visibleChanges(scene.changes).length);
        }
      }),
    );
  });

  it('answers what the whole history answers, however it is cut and in whatever order it is asked', async () => {
    const scenes = streams.chain((events) =>
      fc.tuple(fc.constant(events), limitsArbitrary, questionsAbout(events)),
    );
    await fc.assert(
      fc.asyncProperty(scenes, async ([events, limits, questions]) => {
        const built = builtHistory(events, kind, axis, limits);
        const replay = replayOf(built);
        const whole = answererOf(events, built, kind, axis);
        const answers = await Promise.all(questions.map((question) => replay.ask(question)));
        expect(answers).toEqual(questions.map((question) => whole.answer(question)));
      }),
      { numRuns: 40 },
    );
  });

  it('answers the same with room for no segment at all', async () => {
    const scenes = streams.chain((events) =>
      fc.tuple(fc.constant(events), limitsArbitrary, questionsAbout(events)),
    );
    await fc.assert(
      fc.asyncProperty(scenes, async ([events, limits, questions]) => {
        const built = builtHistory(events, kind, axis, limits);
        const engine = new ReplayEngine(readOutline(built.outline), {
          cache: new LruCache(0),
          read: async (hash) => decoded(built.bytes.get(hash) ?? new Uint8Array()),
          onRead: () => undefined,
          findText: async () => new Set(),
        });
        const whole = answererOf(events, built, kind, axis);
        for (const question of questions) expect(await engine.ask(question)).toEqual(whole.answer(question));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a replay', () => {
  const events = Array.from({ length: 300 }, (_, index) =>
    storedEvent({ version: index + 1, position: BigInt(index + 1), payload: `{"n":${index + 1}}` }),
  );
  const built = builtHistory(events, 'replace', 'recorded', { events: 100, size: 1_000_000 });

  it('tells the timeline of every segment once it has been asked for a moment', async () => {
    const replay = replayOf(built);
    expect(replay.columns.exact(150)).toBe(false);
    const told = new Promise<void>((resolve) => {
      replay.watch(() => [50, 150, 250].every((ordinal) => replay.columns.exact(ordinal)) && resolve());
    });
    await replay.ask({ what: 'scene', ordinal: 150 });
    await told;
  });

  it('tells the timeline of every segment where nobody moves, too', async () => {
    const answer = await replayOf(built).ask({ what: 'scene', ordinal: 150 });
    const answered = [{ question: { what: 'scene', ordinal: 150 } as const, answer }];
    const source = { outline: built.outline, outlinePath: '/outline', answered, columns: null };
    const replay = new Replay(source, () => channelTo(sourcesOf(built)));
    const told = new Promise<void>((resolve) => {
      replay.watch(() => replay.columns.isExact && resolve());
    });
    replay.completeTimeline();
    await told;
  });

  it('has the history made once more where the server has let go of a segment', async () => {
    const made: string[] = [];
    const replay = replayOf(built, {
      segment: async (hash) => (made.length > 0 ? (built.bytes.get(hash) ?? null) : null),
      makeAgain: async (path: string) => {
        made.push(path);
      },
      search: noText,
    });
    expect((await replay.ask({ what: 'scene', ordinal: 300 })).leaves).toMatchObject([
      { path: '/n', text: '300' },
    ]);
    expect(made[0]).toBe('/outline');
  });

  it('says why there is no answer, and answers again once there is one', async () => {
    const sources = sourcesOf(built);
    let isAway = true;
    const replay = replayOf(built, {
      ...sources,
      segment: (hash) => (isAway ? Promise.reject(new Error('The server is away.')) : sources.segment(hash)),
    });
    await expect(replay.ask({ what: 'scene', ordinal: 1 })).rejects.toThrow('The server is away.');
    isAway = false;
    expect((await replay.ask({ what: 'scene', ordinal: 1 })).leaves).toHaveLength(1);
  });

  it('finds another worker where the one that it had has ended', async () => {
    const fail: ((reason: string) => void)[] = [];
    const connect = () =>
      new ReplayChannel({ postMessage: () => undefined, listen: (_, lose) => fail.push(lose) });
    const channels = [connect(), channelTo(sourcesOf(built))];
    const source = { outline: built.outline, outlinePath: '/outline', answered: [], columns: null };
    const replay = new Replay(source, () => channels.shift() ?? channelTo(sourcesOf(built)));
    const first = replay.ask({ what: 'scene', ordinal: 1 });
    fail[0]?.('It has ended.');
    await expect(first).rejects.toThrow('It has ended.');
    expect((await replay.ask({ what: 'scene', ordinal: 1 })).leaves).toHaveLength(1);
  });

  it('leaves another that was opened on the same history alone when it is closed', async () => {
    const channel = channelTo(sourcesOf(built));
    const source = { outline: built.outline, outlinePath: '/outline', answered: [], columns: null };
    const [one, other] = [new Replay(source, () => channel), new Replay(source, () => channel)];
    await Promise.all([one, other].map((replay) => replay.ask({ what: 'scene', ordinal: 1 })));
    one.close();
    expect((await other.ask({ what: 'scene', ordinal: 150 })).ordinal).toBe(150);
  });

  it('reads no damaged segment', async () => {
    const damaged = {
      segment: async () => new Uint8Array([1, 2, 3]),
      makeAgain: async () => undefined,
      search: noText,
    };
    await expect(replayOf(built, damaged).ask({ what: 'scene', ordinal: 1 })).rejects.toThrow(/CS-13/);
  });

  it('keeps headers that came, and asks for those that did not', async () => {
    const replay = replayOf(built);
    expect(replay.peek(200)).toBeNull();
    const come = new Promise<void>((resolve) => replay.events.subscribe(resolve));
    replay.events.want([0, 200, 301]);
    await come;
    expect(replay.peek(200)).toMatchObject({ ordinal: 200, version: 200, late: false });
    expect(replay.peek(1)).toBeNull();
  });
});

function answererOf(
  events: readonly StoredEvent[],
  { outline }: BuiltHistory,
  kind: (typeof BUILT_IN_KINDS)[number],
  axis: Axis,
): Answerer {
  const history = buildHistory(events, builtInProjection(kind), noUpcasters, axis);
  return new Answerer(history, readOutline(outline).segments);
}

function pathsOf(
  events: readonly StoredEvent[],
  axis: Axis,
  kind: (typeof BUILT_IN_KINDS)[number],
): readonly string[] {
  const history = buildHistory(events, builtInProjection(kind), noUpcasters, axis);
  return events.flatMap((_, index) => history.changesOf(index + 1).map(({ path }) => path));
}
