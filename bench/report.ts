/** What a run found: rows of a table, printed and kept in docs/benchmarks.md. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '#database';
import { median, quantile } from './statistics.ts';

export interface Row {
  readonly work: string;
  /** What we took, in words: a median and a p99, or a rate. */
  readonly product: string;
  readonly against: string;
  readonly peer: string;
  /** How many times better we are; null where a row has no peer. */
  readonly ratio: number | null;
  /** That ratio, or the time that is judged, in each round. */
  readonly rounds: readonly string[];
  readonly target: string;
  /** Null: there is none. */
  readonly reached: boolean | null;
}

export interface Section {
  readonly title: string;
  /** How it was measured, in a sentence. */
  readonly about: string;
  readonly rows: readonly Row[];
}

/** How many times faster the product is; `least` is what is to be reached. */
export function ratioRow(
  names: Pick<Row, 'work' | 'against'>,
  product: readonly (readonly number[])[],
  peer: readonly (readonly number[])[],
  least: number | null,
): Row {
  const ratios = product.map((times, round) => median(peer[round] ?? []) / median(times));
  return {
    ...names,
    product: times(product.flat()),
    peer: duration(median(peer.flat())),
    ...judged(ratios),
    target: least === null ? '' : `≥ ${count(least)}×`,
    reached: least === null ? null : median(ratios) >= least,
  };
}

/** The median of the rounds' ratios counts. */
export function judged(ratios: readonly number[]): Pick<Row, 'ratio' | 'rounds'> {
  return { ratio: median(ratios), rounds: ratios.length > 1 ? ratios.map(count) : [] };
}

/** A bound on the p99, or another share, of ours, in milliseconds, a list a round. The median of the rounds counts: on a busy machine one has others' pauses in it. */
export function boundRow(
  work: string,
  taken: readonly (readonly number[])[],
  most: number,
  share = 0.99,
): Row {
  const slowest = taken.map((ones) => quantile(ones, share));
  return {
    work,
    product: times(taken.flat()),
    against: '',
    peer: '',
    ratio: null,
    rounds: slowest.map(duration),
    target: `p${Math.round(share * 100)} ≤ ${duration(most)}`,
    reached: median(slowest) <= most,
  };
}

/** A bound on the median of ours, in milliseconds, one a round. */
export function atMost(work: string, taken: readonly number[], most: number): Row {
  return {
    ...toldRow(work, duration(median(taken))),
    rounds: taken.map(duration),
    target: `≤ ${duration(most)}`,
    reached: median(taken) <= most,
  };
}

/** What is told without being held against anything. */
export function toldRow(work: string, product: string): Row {
  return { work, product, against: '', peer: '', ratio: null, rounds: [], target: '', reached: null };
}

export const times = (taken: readonly number[]): string =>
  `${duration(median(taken))}${taken.length < 100 ? '' : `, p99 ${duration(quantile(taken, 0.99))}`}`;

/** From milliseconds. */
export function duration(ms: number): string {
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(2)} s`;
  if (ms >= 1) return `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;
  return `${(ms * 1_000).toFixed(1)} µs`;
}

export const count = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(2);

const HEAD = ['work', 'Chronoscope', 'against', 'takes', 'ratio', 'each round', 'to reach', ''];

export function sectionText({ title, about, rows }: Section): string {
  const cells = rows.map((row) => [
    row.work,
    row.product,
    row.against,
    row.peer,
    row.ratio === null ? '' : `${count(row.ratio)}×`,
    row.rounds.join(', '),
    row.target,
    row.reached === null ? '' : row.reached ? 'reached' : 'missed',
  ]);
  const lines = [HEAD, HEAD.map(() => '---'), ...cells].map((line) => `| ${line.map(escaped).join(' | ')} |`);
  return `### ${title}\n\n${about}\n\n${lines.join('\n')}\n`;
}

const escaped = (cell: string): string => cell.replaceAll('|', '\\|');

/** Replaces what the measurement wrote before, and nothing else of the page. */
export async function keepInDocs(measurement: string, text: string): Promise<void> {
  const file = path.join(packageRoot(), 'docs/benchmarks.md');
  const page = await readFile(file, 'utf8');
  const [begin, end] = [`<!-- measured: ${measurement} -->`, `<!-- /measured: ${measurement} -->`];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from === -1 || to < from) throw new Error(`${file} has no place for ${measurement}.`);
  await writeFile(file, `${page.slice(0, from)}${begin}\n\n${text}\n${page.slice(to)}`);
}
