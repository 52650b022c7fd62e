/** The numbers that stand for paths in the change log. */
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { holdable } from './holdable-text.ts';

/** In the order of the paths, which are distinct; new ones get a number. */
export async function pathIdsOf(client: PoolClient, paths: readonly string[]): Promise<readonly number[]> {
  const digests = paths.map(digestOf);
  const known = await idsOf(client, digests);
  const isNew = (digest: Buffer): boolean => !known.has(digest.toString('hex'));
  if (digests.some(isNew)) {
    const fresh = paths.flatMap((path, index) => {
      const digest = digests[index];
      return digest !== undefined && isNew(digest) ? [{ digest, text: holdable(path) }] : [];
    });
    const { rows } = await client.query<PathRow>(
      'INSERT INTO path (digest, text) SELECT * FROM unnest($1::bytea[], $2::text[]) RETURNING id, digest',
      [fresh.map(({ digest }) => digest), fresh.map(({ text }) => text)],
    );
    for (const { id, digest } of rows) known.set(digest.toString('hex'), id);
  }
  return digests.map((digest) => {
    const id = known.get(digest.toString('hex'));
    if (id === undefined) throw new Error('A path has no number.');
    return id;
  });
}

interface PathRow {
  readonly id: number;
  readonly digest: Buffer;
}

async function idsOf(client: PoolClient, digests: readonly Buffer[]): Promise<Map<string, number>> {
  const { rows } = await client.query<PathRow>(
    'SELECT id, digest FROM path WHERE digest = ANY($1::bytea[])',
    [digests],
  );
  return new Map(rows.map(({ id, digest }) => [digest.toString('hex'), id]));
}

/** Over UTF-16 units, which tell any two keys of JSON apart. */
export function digestOf(path: string): Buffer {
  return createHash('sha256').update(Buffer.from(path, 'utf16le')).digest();
}
