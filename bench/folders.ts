/** The peers that fold a stream for every state, each in a process of its own. */
import { canonicalText, parsePlain } from '#core';
import { Contender } from './contender.ts';

const FOLDERS = {
  emmett: 'Emmett aggregateStream',
  prisma: 'Prisma findMany + reduce',
  castore: 'Castore getAggregate (its PostgreSQL adapter)',
  pg: 'pg + reduce',
  'sql-aggregate': 'SQL jsonb || aggregate',
  snapshots: 'snapshot every 100 + fold, pg',
} as const;

export type FolderName = keyof typeof FOLDERS;
export const FOLDER_NAMES = Object.keys(FOLDERS) as FolderName[];
export const titleOf = (name: FolderName): string => FOLDERS[name];

interface Folded {
  readonly ms: number;
  readonly value: unknown;
}

export class Folders {
  private constructor(private readonly peers: ReadonlyMap<FolderName, Contender>) {}

  /** Loads the stream into the tables of each. */
  static async open(url: string, stream: string, count: number): Promise<Folders> {
    const peers = new Map<FolderName, Contender>();
    for (const name of FOLDER_NAMES) {
      const peer = Contender.peer(FOLDERS[name], name);
      peers.set(name, peer);
      await peer.ask('open', { url, stream });
      await peer.ask('load', { url, stream, count });
    }
    return new Folders(peers);
  }

  /** Throws where a peer has another state than the product: then nothing would be compared. */
  async demandEqual(
    product: (version: number) => Promise<string>,
    versions: readonly number[],
  ): Promise<void> {
    for (const version of versions) {
      const expected = await product(version);
      for (const peer of this.peers.values()) {
        const { value } = await peer.ask<Folded>('state', { version });
        const parsed = parsePlain(JSON.stringify(value));
        if (!parsed.ok || canonicalText(parsed.value.value) !== expected)
          throw new Error(`${peer.name} has another state than Chronoscope at version ${version}.`);
      }
    }
  }

  /** Milliseconds of each. */
  async states(name: FolderName, versions: readonly number[]): Promise<number[]> {
    const taken: number[] = [];
    for (const version of versions) {
      const folded = await this.peers.get(name)?.ask<Folded>('state', { version });
      if (folded !== undefined) taken.push(folded.ms);
    }
    return taken;
  }

  async prismaDiff(from: number, to: number): Promise<Folded> {
    const prisma = this.peers.get('prisma');
    if (prisma === undefined) throw new Error('Prisma was not started.');
    return prisma.ask<Folded>('diff', { from, to });
  }

  async close(): Promise<void> {
    for (const peer of this.peers.values()) await peer.close();
  }
}
