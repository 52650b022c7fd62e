import fc from 'fast-check';
import { expect, it } from 'vitest';
import { limitsArbitrary, storedEvent, streamArbitrary } from '#testing';
import { NO_FILTER } from '#wire';
import { builtHistory, channelTo } from './replay.fixture.ts';
import { Replay } from './replay.ts';

/** The server's part, a few versions at a time: which payloads hold the text. */
const searchIn = (payloads: readonly string[], stretch: number) => async (searchPath: string) => {
  const asked = new URLSearchParams(searchPath.split('?')[1]);
  const after = Number(asked.get('after'));
  const through = Math.min(payloads.length, after + stretch);
  const versions = payloads.flatMap((payload, index) =>
    index >= after && index < through && payload.includes(asked.get('text') ?? '') ? [index + 1] : [],
  );
  return { versions, through, head: payloads.length };
};

it('a text that the server finds is held against the other conditions, on both axes, however the stream is cut', async () => {
  const streams = streamArbitrary('merge').filter((events) => events.length > 0);
  await fc.assert(
    fc.asyncProperty(
      streams,
      limitsArbitrary,
      fc.constantFrom('recorded', 'occurred'),
      fc.constantFrom('a', '1', '{', 'no such text'),
      fc.integer({ min: 1, max: 5 }),
      fc.subarray(['Opened', 'Changed', '']),
      async (events, limits, axis, text, stretch, types) => {
        const built = builtHistory(events, 'merge', axis, limits);
        const payloads = events.map(({ payload }) => payload);
        const replay = new Replay(
          { outline: built.outline, outlinePath: '/outline?ns=main', answered: [], columns: null },
          () =>
            channelTo({
              segment: async (hash) => built.bytes.get(hash) ?? null,
              makeAgain: async () => undefined,
              search: searchIn(payloads, stretch),
            }),
        );
        const filter = { ...NO_FILTER, types, text };
        const found = await replay.ask({ what: 'matching', filter });
        const versions = await Promise.all([...found].map((ordinal) => replay.versionOf(ordinal)));
        const naive = events.filter(
          ({ payload, type }) => payload.includes(text) && (types.length === 0 || types.includes(type)),
        );
        expect(versions.sort((one, other) => one - other)).toEqual(naive.map(({ version }) => version));
        expect([...found]).toEqual([...found].sort((one, other) => one - other));
      },
    ),
    { numRuns: 60 },
  );
});

it('segments that cannot hold a match are not read, and how far it is is told', async () => {
  const events = Array.from({ length: 30 }, (_, index) =>
    storedEvent({ version: index + 1, position: BigInt(index + 1), type: index === 25 ? 'Rare' : 'Often' }),
  );
  const built = builtHistory(events, 'replace', 'recorded', { events: 5, size: 1_000_000 });
  const read: string[] = [];
  const told: number[] = [];
  const replay = new Replay(
    { outline: built.outline, outlinePath: '/outline', answered: [], columns: null },
    () =>
      channelTo({
        segment: async (hash) => {
          read.push(hash);
          return built.bytes.get(hash) ?? null;
        },
        makeAgain: async () => undefined,
        search: async () => ({ versions: [], through: 0, head: 0 }),
      }),
  );
  const filter = { ...NO_FILTER, types: ['Rare'] };
  const found = await replay.ask({ what: 'matching', filter }, ({ done, of }) => told.push(done / of));
  expect([...found]).toEqual([26]);
  expect(read).toHaveLength(1);
  expect(told).toEqual([1]);
});
