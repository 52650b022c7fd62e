/** The process that is the PostgreSQL of a data folder, for tests that kill it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export async function postmasterPid(dataDir: string): Promise<number> {
  const record: { readonly home: string | null } = JSON.parse(
    await readFile(path.join(dataDir, 'cluster.json'), 'utf8'),
  );
  const lines = await readFile(path.join(record.home ?? dataDir, 'cluster', 'postmaster.pid'), 'utf8');
  return Number(lines.split('\n')[0]);
}
