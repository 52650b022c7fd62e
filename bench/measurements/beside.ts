/** What others feel of a build: a small request, asked again and again in the process that builds a long history from nothing. */
import type { Contender } from '../contender.ts';
import { boundRow, duration, type Row, type Section, toldRow } from '../report.ts';
import { LONG_STREAM, type Scope, say } from '../scope.ts';
import { median, quantile } from '../statistics.ts';

const SMALL_STREAM = 'small';
const SMALL_EVENTS = 1_000;
const IDLE_MS = 3_000;
const EVERY_MS = 5;
/** One that draws at sixty pictures a second has no more for anything. */
const MOST_MS = 16;

interface Felt {
  /** Milliseconds of each request. */
  readonly asked: readonly number[];
  /** Milliseconds that the event loop was late. */
  readonly late: { readonly p99: number; readonly max: number };
  readonly ms: number;
}

export async function besideBuild({ events, rounds }: Scope, product: Contender): Promise<Section> {
  await product.ask('fill', { stream: SMALL_STREAM, count: SMALL_EVENTS });
  const felt: Record<'idle' | 'building', Felt[]> = { idle: [], building: [] };
  for (let round = 0; round < rounds; round += 1) {
    const small = { stream: SMALL_STREAM, version: SMALL_EVENTS >>> 1, everyMs: EVERY_MS };
    felt.idle.push(await product.ask<Felt>('beside', { ...small, idleMs: IDLE_MS }));
    felt.building.push(await product.ask<Felt>('beside', { ...small, builds: LONG_STREAM }));
    say(`beside a build, round ${round + 1} of ${rounds}`);
  }
  const requests = (of: readonly Felt[]) => of.map(({ asked }) => asked);
  const building = `while ${events.toLocaleString('en')} events are being built`;
  const work = `readState, warm, ${SMALL_EVENTS.toLocaleString('en')} events,`;
  const rows: Row[] = [
    boundRow(`${work} idle`, requests(felt.idle), MOST_MS),
    boundRow(`${work} ${building}`, requests(felt.building), MOST_MS),
    lateRow('the event loop is late, idle', felt.idle),
    lateRow(`the event loop is late, ${building}`, felt.building),
    toldRow('the build itself', duration(median(felt.building.map(({ ms }) => ms)))),
  ];
  return {
    title: 'A small request beside a build',
    about: `Asked every ${EVERY_MS} ms in the process that builds, of a stream of ${SMALL_EVENTS.toLocaleString('en')} events.`,
    rows,
  };
}

function lateRow(work: string, felt: readonly Felt[]): Row {
  const p99 = felt.map(({ late }) => late.p99);
  const longest = quantile(
    felt.map(({ late }) => late.max),
    1,
  );
  return {
    ...toldRow(work, `p99 ${duration(median(p99))}, longest ${duration(longest)}`),
    rounds: p99.map(duration),
  };
}
