/** The use case behind every page and route: `readState`, warm and cold, against peers that fold. */
import { Contender } from '../contender.ts';
import { FOLDER_NAMES, type FolderName, Folders, titleOf } from '../folders.ts';
import { duration, judged, type Row, ratioRow, type Section, times } from '../report.ts';
import { alternating, LONG_STREAM, type Scope, say } from '../scope.ts';
import { drawing, median } from '../statistics.ts';
import { besideBuild } from './beside.ts';
import { coldRows } from './cold.ts';

const ASKED = 300;
const SHORT = [10, 100, 1_000, 10_000];
const MILLION = 1_000_000;
/** The median at a million events against that at a thousand. */
const FLAT = 1.5;

const LEAST: Partial<Record<FolderName, number>> = { prisma: 500, castore: 500, emmett: 1_000, snapshots: 1 };
const LEAST_BUILT = 100;
const LEAST_NOT_BUILT = 1;

export async function measureServer(scope: Scope): Promise<Section[]> {
  const database = await scope.server.fresh();
  const product = Contender.product('server');
  try {
    await product.ask('open', { url: database.url });
    say(`writing a stream of ${scope.events} events`);
    await product.ask('fill', { stream: LONG_STREAM, count: scope.events });
    const folders = await Folders.open(database.adminUrl, LONG_STREAM, scope.events);
    const long = await longStream(scope, product, folders);
    await folders.close();
    const cold = await coldRows(scope, product, database);
    const beside = await besideBuild(scope, product);
    return [{ ...long, rows: [...long.rows, ...cold] }, await lengths(scope, product), beside];
  } finally {
    await product.close();
    await database.dropped();
  }
}

async function longStream({ events, rounds }: Scope, product: Contender, folders: Folders): Promise<Section> {
  const draw = drawing(19);
  const state = (version: number) => product.ask<string>('state', { stream: LONG_STREAM, version });
  await folders.demandEqual(state, [1, events - 1, draw(1, events)]);
  const first = async (version: number, dropped = false): Promise<number> =>
    product.ask<number>('firstState', { stream: LONG_STREAM, version, dropped });
  const ours: Record<'warm' | 'built' | 'tail' | 'notBuilt', number[][]> = {
    warm: [],
    built: [],
    tail: [],
    notBuilt: [],
  };
  const theirs = new Map(FOLDER_NAMES.map((name): [FolderName, number[][]] => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const versions = Array.from({ length: ASKED }, () => draw(1, events));
    await alternating(round, [
      async () => {
        ours.notBuilt.push([await first(events - 1, true)]);
        ours.tail.push([await first(events - 1), await first(events - 1)]);
        ours.built.push([await first(1), await first(events >>> 1), await first(events >>> 2)]);
        await product.ask('states', { stream: LONG_STREAM, versions });
        ours.warm.push(await product.ask<number[]>('states', { stream: LONG_STREAM, versions }));
      },
      ...FOLDER_NAMES.map((name) => async () => {
        theirs.get(name)?.push(await folders.states(name, [events - 1]));
      }),
    ]);
    say(`server, round ${round + 1} of ${rounds}`);
  }
  const against = (name: FolderName) => ({ against: titleOf(name) });
  const prisma = theirs.get('prisma') ?? [];
  const rows = FOLDER_NAMES.map((name) =>
    ratioRow(
      { work: 'readState, warm', ...against(name) },
      ours.warm,
      theirs.get(name) ?? [],
      LEAST[name] ?? null,
    ),
  );
  const built = { work: 'first state after a restart, in a closed segment', ...against('prisma') };
  const tail = { work: 'first state after a restart, behind the closed segments', ...against('prisma') };
  const notBuilt = { work: 'first state, nothing built', ...against('prisma') };
  return {
    title: `A state from the server, ${events.toLocaleString('en')} events`,
    about: `In the server's process without HTTP. Warm: ${ASKED} random versions a round, asked a second time; the peers at version n − 1. A first state is that of an app with nothing in memory.`,
    rows: [
      ...rows,
      ratioRow(built, ours.built, prisma, LEAST_BUILT),
      ratioRow(tail, ours.tail, prisma, LEAST_BUILT),
      ratioRow(notBuilt, ours.notBuilt, prisma, LEAST_NOT_BUILT),
    ],
  };
}

async function lengths({ events, rounds, million }: Scope, product: Contender): Promise<Section> {
  const counts = [...SHORT.filter((count) => count < events), ...(million ? [MILLION] : [])];
  const streams = new Map(counts.map((count) => [`of-${count}`, count]));
  const taken = new Map<string, number[][]>();
  for (const [stream, count] of streams) {
    say(`writing a stream of ${count} events`);
    await product.ask('fill', { stream, count });
  }
  streams.set(LONG_STREAM, events);
  const draw = drawing(23);
  for (let round = 0; round < rounds; round += 1) {
    await alternating(
      round,
      [...streams].map(([stream, count]) => async () => {
        const versions = Array.from({ length: ASKED }, () => draw(1, count));
        await product.ask('states', { stream, versions });
        const warm = await product.ask<number[]>('states', { stream, versions });
        taken.set(stream, [...(taken.get(stream) ?? []), warm]);
      }),
    );
    say(`lengths, round ${round + 1} of ${rounds}`);
  }
  const thousand = taken.get('of-1000') ?? [];
  const rows = [...streams].map(([stream, count]): Row => {
    const own = taken.get(stream) ?? [];
    const slower = own.map((ones, round) => median(ones) / median(thousand[round] ?? []));
    const isJudged = count > 1_000;
    return {
      work: `readState, warm, ${count.toLocaleString('en')} events`,
      product: times(own.flat()),
      against: '1,000 events',
      peer: duration(median(thousand.flat())),
      ...judged(slower.map((ratio) => 1 / ratio)),
      target: isJudged ? `p50 ≤ ${FLAT}× of 1,000 events` : '',
      reached: isJudged ? median(slower) <= FLAT : null,
    };
  });
  return {
    title: 'The length of a stream',
    about:
      'The same use case on streams of other lengths; a ratio of 1× means that the length does not matter.',
    rows,
  };
}
