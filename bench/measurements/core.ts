/** A state, a step and a diff of one long stream: from loaded segments, against peers that fold it. */
import { Contender } from '../contender.ts';
import { FOLDER_NAMES, type FolderName, Folders, titleOf } from '../folders.ts';
import { boundRow, type Row, ratioRow, type Section } from '../report.ts';
import { alternating, LONG_STREAM, type Scope, say } from '../scope.ts';
import { drawing } from '../statistics.ts';
import { bytesSection } from './bytes.ts';

const ASKED = 2_000;
const PEER_VERSIONS = 3;
const MANY_LEAVES = 10_000;

const LEAST: Partial<Record<FolderName, readonly [newest: number, random: number]>> = {
  emmett: [50_000, 20_000],
  prisma: [25_000, 10_000],
};
const LEAST_DIFF = 50_000;

/** Milliseconds, a list a round. */
interface Taken {
  readonly newest: number[][];
  readonly random: number[][];
}

export async function measureCore(scope: Scope): Promise<Section[]> {
  const database = await scope.server.fresh();
  const product = Contender.product('history');
  say(`writing a stream of ${scope.events} events`);
  await product.ask('fill', { url: database.url, stream: LONG_STREAM, count: scope.events });
  await product.ask('build');
  say('loading it into the peers');
  const folders = await Folders.open(database.adminUrl, LONG_STREAM, scope.events);
  try {
    const answers = await states(scope, product, folders);
    const diffs = await diffRows(scope, product, folders);
    const sizes = await bytesSection(scope, product);
    return [{ ...answers, rows: [...answers.rows, ...diffs] }, sizes, await manyLeaves(scope, product)];
  } finally {
    await folders.close();
    await product.close();
    await database.dropped();
  }
}

async function states(scope: Scope, product: Contender, folders: Folders): Promise<Section> {
  const { events, rounds } = scope;
  const draw = drawing(11);
  const state = (version: number) => product.ask<string>('state', { version });
  await folders.demandEqual(state, [1, events - 1, events, draw(1, events), draw(1, events)]);
  say('all states are equal');
  await warmUp(product, events);
  const ours: Taken & { steps: number[][] } = { newest: [], random: [], steps: [] };
  const theirs = new Map(FOLDER_NAMES.map((name): [FolderName, Taken] => [name, { newest: [], random: [] }]));
  for (let round = 0; round < rounds; round += 1) {
    const versions = Array.from({ length: PEER_VERSIONS }, () => draw(1, events));
    const many = Array.from({ length: ASKED }, () => draw(2, events));
    const ask = async (what: string, asked: readonly number[]): Promise<number[]> =>
      inMs(await product.ask<number[]>(what, { versions: asked }));
    const fold = (name: FolderName) => async (): Promise<void> => {
      theirs.get(name)?.newest.push(await folders.states(name, [events - 1]));
      theirs.get(name)?.random.push(await folders.states(name, versions));
    };
    await alternating(round, [
      async () => {
        ours.newest.push(await ask('states', new Array(ASKED).fill(events - 1)));
        ours.random.push(await ask('states', many));
        ours.steps.push(await ask('steps', many));
      },
      ...FOLDER_NAMES.map(fold),
    ]);
    say(`states, round ${round + 1} of ${rounds}`);
  }
  const rows = FOLDER_NAMES.flatMap((name): Row[] => {
    const { newest = [], random = [] } = theirs.get(name) ?? {};
    const [leastNewest = null, leastRandom = null] = LEAST[name] ?? [];
    const against = titleOf(name);
    return [
      ratioRow({ work: 'state at version n − 1', against }, ours.newest, newest, leastNewest),
      ratioRow({ work: 'state at a random version', against }, ours.random, random, leastRandom),
    ];
  });
  return {
    title: `A stream of ${events.toLocaleString('en')} events, segments loaded`,
    about: `Each peer folds it in a process of its own, ${PEER_VERSIONS} random versions a round; we are asked ${ASKED.toLocaleString('en')} times a round, after a far moment each time. Version n − 1 is asked again and again, so its columns are in the processor’s cache; random ones mostly are not.`,
    rows: [
      ...rows,
      boundRow('state at version n − 1', ours.newest, 0.1),
      boundRow('state at a random version', ours.random, 0.1),
      boundRow('step to the next version', ours.steps, 0.01),
    ],
  };
}

async function diffRows({ events, rounds }: Scope, product: Contender, folders: Folders): Promise<Row[]> {
  const draw = drawing(13);
  const ours: number[][] = [];
  const theirs: number[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const pairs = Array.from({ length: ASKED }, () => [draw(1, events), draw(1, events)] as const);
    await alternating(round, [
      async () => void ours.push(inMs(await product.ask<number[]>('diffs', { pairs }))),
      async () => {
        const taken: number[] = [];
        for (const [from, to] of pairs.slice(0, 2)) taken.push((await folders.prismaDiff(from, to)).ms);
        theirs.push(taken);
      },
    ]);
    say(`diffs, round ${round + 1} of ${rounds}`);
  }
  const names = { work: 'diff of two random versions', against: 'two Prisma folds + jsondiffpatch' };
  return [ratioRow(names, ours, theirs, LEAST_DIFF), boundRow(names.work, ours, 0.1)];
}

/** The peers had theirs when their states were compared. */
async function warmUp(product: Contender, events: number): Promise<void> {
  const draw = drawing(5);
  const versions = Array.from({ length: ASKED }, () => draw(2, events));
  await product.ask('states', { versions });
  await product.ask('steps', { versions });
  await product.ask('diffs', { pairs: versions.map((version) => [version, draw(1, events)]) });
}

async function manyLeaves({ rounds }: Scope, product: Contender): Promise<Section> {
  const { leaves } = await product.ask<{ leaves: number }>('manyLeaves', {
    leaves: MANY_LEAVES,
    count: 8_000,
  });
  const draw = drawing(17);
  const [whole, steps]: [number[][], number[][]] = [[], []];
  // The first is for warming up.
  for (let round = 0; round <= rounds; round += 1) {
    const versions = Array.from({ length: 500 }, () => draw(200, 8_000));
    whole.push(inMs(await product.ask<number[]>('states', { versions })));
    steps.push(inMs(await product.ask<number[]>('steps', { versions })));
  }
  say('states of many leaves');
  return {
    title: `A state of ${leaves.toLocaleString('en')} leaves`,
    about: 'Three leaves change in an event; each answer is the list of all leaves with who set them.',
    rows: [boundRow('whole', whole.slice(1), 5), boundRow('step to the next version', steps.slice(1), 0.05)],
  };
}

const inMs = (micros: readonly number[]): number[] => micros.map((value) => value / 1_000);
