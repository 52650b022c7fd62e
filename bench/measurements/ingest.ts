/** Appends in batches, commitments included, against other ways into the same tables and against Emmett's and Castore's into their own. */
import { Contender } from '../contender.ts';
import type { BenchDatabase } from '../database.ts';
import { judged, type Row, type Section } from '../report.ts';
import { alternating, LONG_STREAM, type Scope, say } from '../scope.ts';
import { median } from '../statistics.ts';

const EVENTS = 20_000;
const WARM_UP = 5_000;

interface Way {
  readonly name: string;
  readonly open: () => Contender;
  readonly batches: readonly number[];
  /** How many times faster the product is to be. */
  readonly least: number | null;
  /** A slow one writes fewer. */
  readonly events: number;
  /** Its tables are not ours. */
  readonly own: boolean;
}

const PRODUCT: Way = {
  name: 'store.append',
  open: () => Contender.product('append'),
  batches: [2_000, 5_000],
  least: null,
  events: EVENTS,
  own: false,
};

const PEERS: readonly Way[] = [
  {
    name: 'createMany into the same tables',
    open: () => Contender.peer('Prisma createMany', 'create-many'),
    batches: [1_000, 5_000],
    least: 10,
    events: EVENTS,
    own: false,
  },
  {
    name: 'raw COPY into the same tables',
    open: () => Contender.peer('COPY', 'copy'),
    batches: [5_000],
    least: 0.5,
    events: EVENTS,
    own: false,
  },
  {
    name: 'Emmett appendToStream',
    open: () => Contender.peer('Emmett', 'emmett'),
    batches: [100, 1_000, 5_000],
    least: 2.5,
    events: EVENTS,
    own: true,
  },
  {
    name: 'Castore pushEventGroup',
    open: () => Contender.peer('Castore', 'castore'),
    batches: [100, 1_000],
    least: null,
    events: 2_000,
    own: true,
  },
];

export async function measureIngest(scope: Scope): Promise<Section[]> {
  const source = await scope.server.fresh();
  const filler = Contender.product('server');
  await filler.ask('open', { url: source.url });
  await filler.ask('fill', { stream: LONG_STREAM, count: EVENTS });
  await filler.close();
  // Events a second of each way and batch, one a round.
  const rates = new Map<string, number[]>();
  for (let round = 0; round < scope.rounds; round += 1) {
    await alternating(
      round,
      [PRODUCT, ...PEERS].flatMap((way) =>
        way.batches.map((batch) => async () => {
          const rate = await rateOf(scope, way, batch, source);
          const key = `${way.name} ${batch}`;
          rates.set(key, [...(rates.get(key) ?? []), rate]);
        }),
      ),
    );
    say(`appends, round ${round + 1} of ${scope.rounds}`);
  }
  await source.dropped();
  const ours = bestOf(PRODUCT, rates);
  return [
    {
      title: 'Appending',
      about: `${EVENTS.toLocaleString('en')} events (Castore: 2,000) of one stream into an empty database, after 5,000 into another; rows made ready before the clock starts except ours, whose digests, salts and leaves are part of it. The best batch of each; fsync on.`,
      rows: PEERS.map((way) => rowOf(way, ours, bestOf(way, rates))),
    },
  ];
}

/** With code that is warm: what is asked for is the rate of a long import, not of its first second. */
async function rateOf(scope: Scope, way: Way, batch: number, source: BenchDatabase): Promise<number> {
  const contender = way.open();
  try {
    await appended(scope, way, contender, Math.min(WARM_UP, way.events), batch, source);
    return way.events / (await appended(scope, way, contender, way.events, batch, source));
  } finally {
    await contender.close();
  }
}

/** Seconds. Into a database of its own, so that no index is larger for who comes later. */
async function appended(
  scope: Scope,
  way: Way,
  contender: Contender,
  count: number,
  batch: number,
  source: BenchDatabase,
): Promise<number> {
  const target = await scope.server.fresh();
  await contender.ask('open', { url: way.own ? target.adminUrl : target.url, stream: LONG_STREAM });
  await contender.ask('take', { url: source.url, stream: LONG_STREAM, count });
  await scope.server.checkpoint();
  const { ms } = await contender.ask<{ ms: number }>('append', { batch });
  await contender.ask('close');
  await target.dropped();
  return ms / 1_000;
}

interface Best {
  readonly batch: number;
  readonly rates: readonly number[];
}

function bestOf(way: Way, rates: ReadonlyMap<string, readonly number[]>): Best {
  const all = way.batches.map((batch) => ({ batch, rates: rates.get(`${way.name} ${batch}`) ?? [] }));
  return all.reduce((best, one) => (median(one.rates) > median(best.rates) ? one : best));
}

function rowOf(way: Way, ours: Best, theirs: Best): Row {
  const ratios = ours.rates.map((rate, round) => rate / (theirs.rates[round] ?? Number.NaN));
  return {
    work: 'events a second, one stream',
    product: inWords(ours),
    against: way.name,
    peer: inWords(theirs),
    ...judged(ratios),
    target: way.least === null ? '' : `≥ ${way.least}×`,
    reached: way.least === null ? null : median(ratios) >= way.least,
  };
}

const inWords = ({ batch, rates }: Best): string =>
  `${Math.round(median(rates)).toLocaleString('en')}/s in batches of ${batch.toLocaleString('en')}`;
