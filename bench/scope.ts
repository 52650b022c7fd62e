/** What one run was asked for. */
import { loadavg } from 'node:os';
import type { BenchServer } from './database.ts';

export interface Scope {
  readonly server: BenchServer;
  readonly events: number;
  readonly rounds: number;
  /** Streams of a million events too. */
  readonly million: boolean;
  /** How many events the explorer is measured over, ascending. */
  readonly sizes: readonly number[];
}

export const LONG_STREAM = 'long';

/** One line a step on stderr, with the load of the machine: a round beside a busy neighbour shows. */
export function say(what: string): void {
  const load = loadavg().map((value) => value.toFixed(2));
  process.stderr.write(`${new Date().toISOString().slice(11, 19)}  load ${load.join(' ')}  ${what}\n`);
}

/** Runs the works one after the other, forwards and backwards by turns, so that nobody always comes first. */
export async function alternating(round: number, works: readonly (() => Promise<void>)[]): Promise<void> {
  for (const work of round % 2 === 0 ? works : [...works].reverse()) await work();
}
