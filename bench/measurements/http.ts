/** What a state costs over HTTP, and how much of it is HTTP: a route that answers nothing beside the one that answers a state. */
import type { AppInstance } from '../browser/app-instance.ts';
import { type Section, times, toldRow } from '../report.ts';
import { drawing } from '../statistics.ts';

const ASKED = 500;

export async function httpSection(app: AppInstance, stream: string, count: number): Promise<Section> {
  const draw = drawing(29);
  const versions = Array.from({ length: ASKED }, () => draw(1, count));
  const empty = await taken(versions.map(() => app.url('/api/health')));
  const path = (version: number) => app.url(`/api/v1/entities/order/${stream}/state?at=${version}`);
  await taken(versions.map(path));
  const states = await taken(versions.map(path));
  return {
    title: `Over HTTP, a stream of ${count.toLocaleString('en')} events`,
    about: `${ASKED} requests one after the other over one kept connection; the versions are asked a second time. What the empty route takes is the cost of a request, whatever is answered.`,
    rows: [
      toldRow('an empty route (/api/health)', times(empty)),
      toldRow('/state at a random version, warm', times(states)),
    ],
  };
}

/** Milliseconds of each. */
async function taken(addresses: readonly string[]): Promise<readonly number[]> {
  const each: number[] = [];
  for (const address of addresses) {
    const began = performance.now();
    const response = await fetch(address);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`);
    each.push(performance.now() - began);
  }
  return each;
}
