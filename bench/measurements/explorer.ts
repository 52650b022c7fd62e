/** The store-wide side, over the log of a shop: finding, listing as of a moment, comparing; and what keeping it ready costs. */
import type { Contender } from '../contender.ts';
import { whenQuiet } from '../machine.ts';
import { atMost, boundRow, duration, type Row, ratioRow, type Section, toldRow } from '../report.ts';
import { alternating, type Scope, say } from '../scope.ts';
import { Shop } from '../shop.ts';
import { SHOP_OPENS, SHOP_YEAR } from '../shop-log.ts';
import { drawing, median } from '../statistics.ts';
import { keptRow } from './explorer-ingest.ts';
import { liveRows } from './explorer-live.ts';
import { followedRow } from './explorer-tail.ts';

const SIZES = [1_000_000, 10_000_000] as const;
const SEED = 5;
const ASKED = 40;
/** Each between two moments of its own. */
const COMPARED = 9;
const HOUR = 3_600_000_000;
const DAY = 24 * HOUR;

/** Each with what is to be found by it. */
const PAGES: readonly (readonly [what: string, text: string])[] = [
  ['everything', ''],
  ['one type', 'type:OrderPlaced'],
  ['an entity type and an actor', 'entity:order actor:agent-3@shop.example'],
  ['a value in the payload', 'payload.status=shipped'],
  ['two comparisons', 'payload.amount>150 type:OrderCreated'],
  ['a phrase', '"out of stock"'],
  ['a field that changed', 'path:/status'],
  ['a value that was set', 'set:/tier=gold'],
];
const FACETS: readonly (readonly [what: string, text: string])[] = [
  ['everything', ''],
  ['one type', 'type:CartAbandoned'],
  ['either of two types', 'type:ItemAdded OR type:LinePriced'],
  ['all but one type', '-type:ItemAdded'],
  ['an entity type and an actor', 'entity:order actor:agent-3@shop.example'],
  ['a value in the payload', 'payload.status=shipped'],
  ['two comparisons', 'payload.amount>150 type:OrderCreated'],
  ['a phrase', '"out of stock"'],
  ['a field that changed', 'path:/status'],
  ['a value that was set', 'set:/tier=gold'],
];
/** As many as a page counts at once, where it is not known of all that is found; it counts more of them afterwards. */
const FIRST_COUNTED = 1_000;
/** Asked for in other orders than the newest first. */
const ORDERED = ['type:OrderPlaced', 'payload.status=shipped'] as const;
const ORDERS = [
  { sort: 'recorded', direction: 'asc' },
  { sort: 'occurred', direction: 'desc' },
  { sort: 'occurred', direction: 'asc' },
  { sort: 'position', direction: 'desc' },
] as const;
const SEQUENCE = 'CartAbandoned -> SessionStarted within 7d -> OrderPlaced within 7d';
const LEAST = { histogram: 20, changes: 50, entities: 20 } as const;
const MOST = { page: 50, facets: 100 } as const;

/** `given`: of the command line; null: none. */
export function explorerSizes(given: number | null, million: boolean): readonly number[] {
  return given !== null ? [given] : million ? [SIZES[0]] : SIZES;
}

/**
 * What an import costs is measured first, on a server that holds nothing else. Then all logs are written before anything of them is measured, so that what
 * is measured is measured on a machine that does nothing else.
 */
export async function measureExplorer(scope: Scope): Promise<Section[]> {
  const shops: Shop[] = [];
  try {
    await whenQuiet();
    const kept = await keptRow(scope);
    for (const size of scope.sizes) shops.push(await Shop.filled(scope.server, size, SEED));
    say('everything is written');
    await whenQuiet();
    const sections: Section[] = [];
    const growing: Growing[] = [];
    for (const shop of shops) {
      const { section, grows } = await over(shop, scope.rounds);
      sections.push(section);
      growing.push(grows);
    }
    const keeping = {
      title: 'Keeping it ready',
      about:
        'The same events into two empty databases by turns, with and without whoever keeps the read models; with them the clock stops when all are at the head, and no other log is on the server yet. The tail: a follower of the whole store in the process that keeps the read models, while another one appends; it is told of a batch when its last event is handed out.',
      rows: [...growthRows(growing), kept, ...(await arrivingRows(scope))],
    };
    return [...sections, keeping];
  } finally {
    for (const shop of shops) await shop.close();
  }
}

async function arrivingRows(scope: Scope): Promise<Row[]> {
  await whenQuiet();
  return [await followedRow(scope), ...(await liveRows(scope))];
}

/** What must not grow with the log, and how long it took, in milliseconds. */
type Growing = ReadonlyMap<string, number>;

/** Of one size alone there is nothing to say. */
function growthRows(growing: readonly Growing[]): Row[] {
  const [smallest, largest] = [growing[0], growing.at(-1)];
  if (growing.length < 2 || smallest === undefined || largest === undefined) return [];
  return [...smallest].flatMap(([work, small]) => {
    const large = largest.get(work);
    return large === undefined ? [] : [growthRow(work, small, large)];
  });
}

function growthRow(work: string, small: number, large: number): Row {
  const grown = large / small;
  return {
    ...toldRow(`${work}, the largest log against the smallest`, duration(large)),
    against: 'the smallest',
    peer: duration(small),
    rounds: [`${grown.toFixed(2)}× the time`],
    target: '≤ 1.5× the time',
    reached: grown <= 1.5,
  };
}

async function over(
  { product, peer, size }: Shop,
  rounds: number,
): Promise<{ section: Section; grows: Growing }> {
  const rows: Row[] = [];
  const histogram = await histogramRows(product, peer, size, rounds, rows);
  say('histogram');
  await pageRows(product, size, rounds, rows);
  say('pages');
  await facetRows(product, rounds, rows);
  say('facets');
  await foldedRows(product, peer, rounds, rows);
  const compared = await comparisonRows(product, size, rounds, rows);
  say('comparisons');
  await sequenceRow(product, peer, rounds, rows);
  say('sequences');
  const section = {
    title: `A shop's log of ${size.toLocaleString('en')} events`,
    about: `One year, three entity types; every part of a round is asked in one process, the peers in another. The scan counts by day and type; the fold reads all events once, in their order, and keeps every state. Times are of the use cases, without HTTP.`,
    rows,
  };
  return { section, grows: new Map([['whole-range histogram', histogram], ...compared]) };
}

async function histogramRows(
  product: Contender,
  peer: Contender,
  size: number,
  rounds: number,
  rows: Row[],
): Promise<number> {
  const ours: number[][] = [];
  const theirs: number[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const answers = await several(5, () =>
      product.ask<{ ms: number; events: number }>('histogram', { text: '' }),
    );
    const scanned = await peer.ask<{ ms: number; value: number }>('histogram');
    if (scanned.value !== size || answers.some(({ events }) => events !== size))
      throw new Error('The histogram and the scan do not count the same events.');
    ours.push(answers.map(({ ms }) => ms));
    theirs.push([scanned.ms]);
  }
  const names = { work: 'histogram of everything, with facets', against: 'a scan, GROUP BY' };
  rows.push(ratioRow(names, ours, theirs, LEAST.histogram));
  return median(ours.flat());
}

async function pageRows(product: Contender, size: number, rounds: number, rows: Row[]): Promise<void> {
  const draw = drawing(23);
  const pages = async (work: string, times: number, asked: (nth: number) => object): Promise<void> => {
    const taken: number[][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const answers = await several(times, (nth) => product.ask<{ ms: number }>('page', asked(nth)));
      taken.push(answers.map(({ ms }) => ms));
    }
    rows.push(boundRow(work, taken, MOST.page, 0.95));
  };
  const anyInstant = (): bigint => SHOP_OPENS + BigInt(draw(1, 364)) * BigInt(DAY);
  await pages('first page of 50, of each of the following by turns', ASKED, (nth) => ({
    text: PAGES[nth % PAGES.length]?.[1] ?? '',
    at: null,
  }));
  for (const [what, text] of PAGES)
    await pages(`page of 50 anywhere, ${what}: \`${text}\``, ASKED, () => ({ text, at: anyInstant() }));
  for (const text of ORDERED)
    for (const order of ORDERS) {
      const at = () => (order.sort === 'position' ? BigInt(draw(1, 99)) * BigInt(size / 100) : anyInstant());
      const words = `${order.sort}, ${order.direction === 'asc' ? 'oldest' : 'newest'} first`;
      await pages(`page of 50 anywhere, ${words}: \`${text}\``, ASKED, () => ({ text, at: at(), ...order }));
    }
}

async function facetRows(product: Contender, rounds: number, rows: Row[]): Promise<void> {
  for (const [what, text] of FACETS) {
    const taken: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const asked = { text, most: FIRST_COUNTED };
      const answers = await several(5, () => product.ask<{ ms: number }>('histogram', asked));
      taken.push(median(answers.map(({ ms }) => ms)));
    }
    rows.push(atMost(`facets with counts, ${what}: \`${text}\``, taken, MOST.facets));
  }
}

/** One fold answers both: the peers have nothing else to answer from. */
async function foldedRows(product: Contender, peer: Contender, rounds: number, rows: Row[]): Promise<void> {
  const at = SHOP_OPENS + BigInt(SHOP_YEAR / 2);
  const entities: number[][] = [];
  const changes: number[][] = [];
  const folds: number[][] = [];
  const deep: number[][] = [];
  const draw = drawing(29);
  for (let round = 0; round < rounds; round += 1) {
    const open = { text: 'entity:order state:/status=open', at };
    const listed = await several(5, () => product.ask<{ ms: number; ids: string[] }>('entities', open));
    // Any key does: a page begins with what comes behind it.
    const anywhere = await several(ASKED, () => {
      const behind = { entityType: 'order', entityId: `o-${SEED}-${draw(100_000, 999_999)}` };
      return product.ask<{ ms: number }>('entities', { ...open, behind });
    });
    deep.push(anywhere.map(({ ms }) => ms));
    const found = await several(5, () => product.ask<{ ms: number }>('page', { text: 'path:/status', at }));
    const folded = await peer.ask<{ ms: number; value: { ids: string[] } }>('fold', {
      at: String(at),
      type: 'order',
    });
    if (listed.some(({ ids }) => ids.join() !== folded.value.ids.join()))
      throw new Error('The list of entities and the fold do not agree.');
    entities.push(listed.map(({ ms }) => ms));
    changes.push(found.map(({ ms }) => ms));
    folds.push([folded.ms]);
    say(`a fold, round ${round + 1} of ${rounds}`);
  }
  const against = 'a fold of all events until then';
  const open = { work: 'open orders as of half a year ago, page of 50', against };
  rows.push(ratioRow(open, entities, folds, LEAST.entities));
  rows.push(ratioRow({ work: 'the same, anywhere in the list', against }, deep, folds, LEAST.entities));
  rows.push(
    ratioRow({ work: 'who changed a field until then, page of 50', against }, changes, folds, LEAST.changes),
  );
}

/**
 * Between two moments with about so many events between them, wherever they lie. Of a small log the comparisons before have left most in memory, of a
 * large one little. So each is asked a second time, when nothing has to come from the disk for either, and those are held against each other.
 */
async function comparisonRows(
  product: Contender,
  size: number,
  rounds: number,
  rows: Row[],
): Promise<[work: string, ms: number][]> {
  const took: [string, number][] = [];
  const draw = drawing(41);
  const perEvent = SHOP_YEAR / size;
  for (const between of [1_000, 10_000, 50_000].filter((events) => events * 2 < size)) {
    const rounded: { first: number; again: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const answers = await several(COMPARED, async () => {
        const from = SHOP_OPENS + BigInt(Math.floor((draw(5, 90) / 100) * SHOP_YEAR));
        const to = from + BigInt(Math.floor(between * perEvent));
        const first = await product.ask<{ ms: number; events: number }>('compare', { from, to });
        if (Math.abs(first.events - between) > between / 5)
          throw new Error(`There are ${first.events} events between two moments, and not about ${between}.`);
        // A millisecond later: the answer itself is kept.
        const again = await product.ask<{ ms: number }>('compare', { from, to: to + 1_000n });
        return { first: first.ms, again: again.ms };
      });
      rounded.push({
        first: median(answers.map(({ first }) => first)),
        again: median(answers.map(({ again }) => again)),
      });
    }
    const work = `what differs between two moments, about ${between.toLocaleString('en')} events between them`;
    const told = (what: string, taken: readonly number[]): Row => ({
      ...toldRow(what, duration(median(taken))),
      rounds: taken.map(duration),
    });
    const again = rounded.map((round) => round.again);
    rows.push(
      told(
        work,
        rounded.map(({ first }) => first),
      ),
    );
    rows.push(told(`${work}, asked again`, again));
    took.push([`${work}, asked again`, median(again)]);
  }
  return took;
}

async function sequenceRow(product: Contender, peer: Contender, rounds: number, rows: Row[]): Promise<void> {
  const ours: number[][] = [];
  const theirs: number[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const found = async (): Promise<number> => {
      const { ms, starts } = await product.ask<{ ms: number; starts: number }>('sequence', {
        text: SEQUENCE,
      });
      ours.push([ms]);
      return starts;
    };
    const counted = async (): Promise<number> => {
      const { ms, value } = await peer.ask<{ ms: number; value: number }>('sequence');
      theirs.push([ms]);
      return value;
    };
    const answers: number[] = [];
    await alternating(round, [
      async () => void answers.push(await found()),
      async () => void answers.push(await counted()),
    ]);
    if (new Set(answers).size !== 1) throw new Error(`A sequence was found ${answers.join(' and ')} times.`);
  }
  rows.push(ratioRow({ work: `\`${SEQUENCE}\``, against: 'two window functions' }, ours, theirs, 1));
}

async function several<T>(times: number, work: (nth: number) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let nth = 0; nth < times; nth += 1) all.push(await work(nth));
  return all;
}
