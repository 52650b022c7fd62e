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
  /** How much better we are, one a round; empty where a row has no peer. */
  readonly ratios: readonly number[];
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
    ratios,
    target: least === null ? '' : `≥ ${count(least)}×`,
    reached: least === null ? null : median(ratios) >= least,
  };
}

/** A bound on a time of ours, in milliseconds. */
export function boundRow(work: string, taken: readonly number[], share: number, most: number): Row {
  const value = quantile(taken, share);
  return {
    work,
    product: times(taken),
    against: '',
    peer: '',
    ratios: [],
    target: `${share === 0.5 ? 'p50' : 'p99'} ≤ ${duration(most)}`,
    reached: value <= most,
  };
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
    row.ratios.length === 0 ? '' : `${count(median(row.ratios))}×`,
    row.ratios.length < 2 ? '' : row.ratios.map(count).join(' '),
    row.target,
    row.reached === null ? '' : row.reached ? 'reached' : 'missed',
  ]);
  const lines = [HEAD, HEAD.map(() => '---'), ...cells].map((line) => `| ${line.map(escaped).join(' | ')} |`);
  return `### ${title}\n\n${about}\n\n${lines.join('\n')}\n`;
}

const escaped = (cell: string): string => cell.replaceAll('|', '\\|');

const BEGIN = '<!-- measured: written by npm run bench -->';
const END = '<!-- /measured -->';

/** Replaces the generated part alone; what people wrote around it stays. */
export async function keepInDocs(text: string): Promise<void> {
  const file = path.join(packageRoot(), 'docs/benchmarks.md');
  const page = await readFile(file, 'utf8');
  const [before = '', rest = ''] = page.split(BEGIN);
  const after = rest.split(END)[1] ?? '\n';
  await writeFile(file, `${before}${BEGIN}\n\n${text}\n${END}${after}`);
}
