/** Who follows the store while ten thousand events a second arrive. */
import { Contender } from '../contender.ts';
import { type Arrived, EVERY_MS } from '../product/arriving.ts';
import type { FollowedLog } from '../product/followed.ts';
import { boundRow, type Row } from '../report.ts';
import type { Scope } from '../scope.ts';
import { say } from '../scope.ts';

const RATE = 10_000;
const SECONDS = 15;
const BEFORE = 20_000;
const MOST_BEHIND = 2_000;

/** The app follows and keeps the read models; another process appends. */
export async function followedRow({ server, rounds }: Scope): Promise<Row> {
  const behind: number[][] = [];
  let slowest = RATE;
  for (let round = 0; round < rounds; round += 1) {
    const database = await server.fresh();
    const product = Contender.product('explorer');
    const appender = Contender.product('explorer');
    try {
      for (const each of [product, appender]) await each.ask('open', { url: database.url });
      await product.ask('appendKept', { count: BEFORE, seed: 1 });
      const following = product.ask<FollowedLog>('follow', {
        after: BigInt(BEFORE),
        events: RATE * SECONDS,
      });
      // A failure is told where it is waited for.
      following.catch(() => undefined);
      const arrived = await appender.ask<Arrived>('arrive', {
        rate: RATE,
        seconds: SECONDS,
        seed: 2 + round,
      });
      behind.push(behindOf(arrived, await following));
      slowest = Math.min(slowest, arrived.rate);
    } finally {
      await appender.close();
      await product.close();
      await database.dropped();
    }
    say(`tail, round ${round + 1} of ${rounds}`);
  }
  const rates = [RATE, slowest].map((rate) => Math.round(rate).toLocaleString('en'));
  return boundRow(
    `a tail of everything, ${rates[0]} events a second arriving for ${SECONDS} s and ${rates[1]} appended`,
    behind,
    MOST_BEHIND,
    0.95,
  );
}

/** Milliseconds from the moment at which each batch was due to that at which its last event was told. */
function behindOf({ begun }: Arrived, { told }: FollowedLog): number[] {
  const seen = told.at(-1)?.events ?? 0;
  if (seen !== RATE * SECONDS) throw new Error(`The tail told ${seen} of ${RATE * SECONDS} events.`);
  const batches = (SECONDS * 1_000) / EVERY_MS;
  return Array.from({ length: batches }, (_, nth) => {
    const last = ((nth + 1) * RATE * EVERY_MS) / 1_000;
    const at = told.find(({ events }) => events >= last)?.at ?? Number.NaN;
    return at - (begun + nth * EVERY_MS);
  });
}
