/**
 * A first state while the database has nothing in memory: PostgreSQL is restarted before each, so that its own buffers are empty. The
 * pages that the operating system keeps of its files stay where they are.
 */
import { Contender } from '../contender.ts';
import type { BenchDatabase } from '../database.ts';
import { titleOf } from '../folders.ts';
import { type Row, ratioRow } from '../report.ts';
import { alternating, LONG_STREAM, type Scope, say } from '../scope.ts';

const LEAST_COLD = 60;

/** The read models are built, and the tables of Prisma filled. */
export async function coldRows(
  { server, events, rounds }: Scope,
  product: Contender,
  database: BenchDatabase,
): Promise<Row[]> {
  const prisma = Contender.peer(titleOf('prisma'), 'prisma');
  const [closed, tail, theirs]: [number[][], number[][], number[][]] = [[], [], []];
  const first = async (version: number): Promise<number> => {
    await server.restart();
    return product.ask<number>('firstState', { stream: LONG_STREAM, version, dropped: false });
  };
  try {
    await prisma.ask('open', { url: database.adminUrl, stream: LONG_STREAM });
    // Code that is warm, as it is in a server that runs.
    for (let time = 0; time < 2; time += 1) await prisma.ask('state', { version: events - 1 });
    for (let round = 0; round < rounds; round += 1) {
      await alternating(round, [
        async () => void closed.push([await first(1), await first(events >>> 1), await first(events >>> 2)]),
        async () => void tail.push([await first(events - 1), await first(events - 1)]),
        async () => {
          await server.restart();
          // The connection is made anew here, outside of the clock as with us.
          await prisma.ask('state', { version: 1 }).catch(() => undefined);
          const folded = await prisma.ask<{ ms: number }>('state', { version: events - 1 });
          theirs.push([folded.ms]);
        },
      ]);
      say(`cold database, round ${round + 1} of ${rounds}`);
    }
  } finally {
    await prisma.close();
  }
  const names = (where: string) => ({
    work: `first state after a restart of PostgreSQL too, ${where}`,
    against: titleOf('prisma'),
  });
  return [
    ratioRow(names('in a closed segment'), closed, theirs, LEAST_COLD),
    ratioRow(names('behind the closed segments'), tail, theirs, LEAST_COLD),
  ];
}
