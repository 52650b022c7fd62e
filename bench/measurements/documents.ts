/** Two documents compared, against the libraries that do nothing else. */
import { Contender } from '../contender.ts';
import { type DocumentPair, documentPairs, PROTO_PAIR } from '../documents.ts';
import { type Row, ratioRow, type Section } from '../report.ts';
import { alternating, type Scope, say } from '../scope.ts';

const LIBRARIES = ['fast-json-patch', 'jsondiffpatch', 'microdiff'] as const;
type Library = (typeof LIBRARIES)[number];

/** How many times faster, at 100 KB and at 1 MB. */
const LEAST: Record<Library, readonly [number, number]> = {
  'fast-json-patch': [2.5, 1.3],
  jsondiffpatch: [5, 4],
  microdiff: [3, 1.5],
};
const WAYS = { patch: 'jsonPatchBetween', changes: 'changesBetween' } as const;
type Way = keyof typeof WAYS;
const TIMES = 30;

export async function measureDocuments({ rounds }: Scope): Promise<Section[]> {
  const product = Contender.product('document-diff');
  const peers = new Map<Library, Contender>();
  for (const library of LIBRARIES) {
    const peer = Contender.peer(library, 'document-diff');
    await peer.ask('open', { library });
    peers.set(library, peer);
  }
  const rows: Row[] = [];
  for (const pair of documentPairs()) rows.push(...(await pairRows(pair, rounds, product, peers)));
  rows.push(...(await protoRows(product, peers)));
  for (const contender of [product, ...peers.values()]) await contender.close();
  return [
    {
      title: 'Two documents compared',
      about:
        'The lists go by `id` and `sku`: declared on our side, told to jsondiffpatch, unknown to the others. In brackets: entries. The document diff is `jsonPatchBetween`. `changesBetween` is what a fold asks: every changed leaf with both values, those of an added line one by one, and the order of its list; it is shown beside the peers and has no target.',
      rows,
    },
  ];
}

async function pairRows(
  { name, before, after }: DocumentPair,
  rounds: number,
  product: Contender,
  peers: ReadonlyMap<Library, Contender>,
): Promise<Row[]> {
  const entries = new Map<string, number>();
  const taken = new Map<string, number[][]>();
  const measure = (key: string, contender: Contender, way?: Way) => async () => {
    entries.set(key, await contender.ask<number>('documents', { before, after, way }));
    const ms = await contender.ask<number[]>('diff', { times: TIMES, way });
    taken.set(key, [...(taken.get(key) ?? []), ms]);
  };
  // The first is for warming up.
  for (let round = 0; round <= rounds; round += 1) {
    if (round === 1) taken.clear();
    await alternating(round, [
      measure('patch', product, 'patch'),
      measure('changes', product, 'changes'),
      ...[...peers].map(([library, peer]) => measure(library, peer)),
    ]);
  }
  say(name);
  const size = name.startsWith('1 MB') ? 1 : 0;
  return (Object.keys(WAYS) as Way[]).flatMap((way) =>
    LIBRARIES.map((library) =>
      ratioRow(
        {
          work: `${WAYS[way]}, ${name} (${entries.get(way)})`,
          against: `${library} (${entries.get(library)})`,
        },
        taken.get(way) ?? [],
        taken.get(library) ?? [],
        way === 'patch' ? (LEAST[library][size] ?? null) : null,
      ),
    ),
  );
}

/** What is not seen is not there: nothing to time. */
async function protoRows(product: Contender, peers: ReadonlyMap<Library, Contender>): Promise<Row[]> {
  const found = async (contender: Contender, way?: Way) =>
    (await contender.ask<number>('documents', { ...PROTO_PAIR, way })) > 0;
  const seen = (yes: boolean) => (yes ? 'seen' : 'missed');
  const ours = (await found(product, 'patch')) && (await found(product, 'changes'));
  const rows: Row[] = [];
  for (const [library, peer] of peers) {
    rows.push({
      work: PROTO_PAIR.name,
      product: seen(ours),
      against: library,
      peer: seen(await found(peer)),
      ratio: null,
      rounds: [],
      target: 'seen',
      reached: ours,
    });
  }
  return rows;
}
