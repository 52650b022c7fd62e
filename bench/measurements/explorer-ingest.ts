/** What the read models of the whole store cost a long import. */
import { Contender } from '../contender.ts';
import { judged, type Row } from '../report.ts';
import { alternating, type Scope, say } from '../scope.ts';
import { median } from '../statistics.ts';

/** A log of so many, whose beginning is written: as dense in time as the smaller of those that are searched. */
const LOG = 1_000_000;
const EVENTS = 200_000;
const WARM_UP = 20_000;
const LEAST = 0.4;

export async function keptRow(scope: Scope): Promise<Row> {
  const bare: number[] = [];
  const kept: number[] = [];
  for (let round = 0; round < scope.rounds; round += 1) {
    await alternating(round, [
      async () => void bare.push(await rateOf(scope, 'append')),
      async () => void kept.push(await rateOf(scope, 'appendKept')),
    ]);
    say(`read models kept, round ${round + 1} of ${scope.rounds}`);
  }
  const ratios = kept.map((rate, round) => rate / (bare[round] ?? Number.NaN));
  return {
    work: `events a second, all read models included: the first ${EVENTS.toLocaleString('en')} of a log of a million`,
    product: perSecond(kept),
    against: 'the log alone',
    peer: perSecond(bare),
    ...judged(ratios),
    target: `≥ ${LEAST}×`,
    reached: median(ratios) >= LEAST,
  };
}

const perSecond = (rates: readonly number[]): string => `${Math.round(median(rates)).toLocaleString('en')}/s`;

async function rateOf(scope: Scope, way: 'append' | 'appendKept'): Promise<number> {
  const database = await scope.server.fresh();
  const product = Contender.product('explorer');
  try {
    await product.ask('open', { url: database.url });
    // Code that is warm, and tables that have something in them.
    await product.ask(way, { count: WARM_UP, of: LOG, seed: 1 });
    await scope.server.checkpoint();
    return EVENTS / ((await product.ask<number>(way, { count: EVENTS, of: LOG, seed: 2 })) / 1_000);
  } finally {
    await product.close();
    await database.dropped();
  }
}
