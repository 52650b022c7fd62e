/** Who follows the store while ten thousand events a second arrive. */
import { Contender } from '../contender.ts';
import { boundRow, type Row } from '../report.ts';
import type { Scope } from '../scope.ts';
import { say } from '../scope.ts';

const RATE = 10_000;
const SECONDS = 15;
const MOST_BEHIND = 2_000;

export async function followedRow({ server, rounds }: Scope): Promise<Row> {
  const behind: number[][] = [];
  let slowest = RATE;
  for (let round = 0; round < rounds; round += 1) {
    const database = await server.fresh();
    const product = Contender.product('explorer');
    try {
      await product.ask('open', { url: database.url });
      await product.ask('appendKept', { count: 20_000, seed: 1 });
      const followed = await product.ask<{ behind: number[]; seen: number; rate: number }>('follow', {
        rate: RATE,
        seconds: SECONDS,
        seed: 2 + round,
      });
      if (followed.seen !== RATE * SECONDS)
        throw new Error(`The tail handed out ${followed.seen} of ${RATE * SECONDS} events.`);
      behind.push(followed.behind);
      slowest = Math.min(slowest, followed.rate);
    } finally {
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
