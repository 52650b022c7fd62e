/** The server's use cases, in a process of their own: what a page or a route handler calls. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type App, readState } from '#server';
import { answering, timed } from '../answering.ts';
import { openedApp } from '../opened-app.ts';
import { fillStream } from '../written-log.ts';

const VIEWER = { name: 'bench' };
let url = '';
let app: App | null = null;

answering({
  open: async (input: { url: string }) => {
    url = input.url;
    app = await openedApp(url);
  },
  fill: ({ stream, count }: { stream: string; count: number }) => fillStream(running().store, stream, count),
  state: ({ stream, version }: { stream: string; version: number }) => stateText(running(), stream, version),
  /** Milliseconds of each. */
  states: async ({ stream, versions }: { stream: string; versions: readonly number[] }) => {
    const taken: number[] = [];
    for (const version of versions) taken.push((await timed(() => stateText(running(), stream, version))).ms);
    return taken;
  },
  /** Of an app that has nothing in memory, as after a restart; `dropped`: the read models have to be built first. */
  firstState: async (input: { stream: string; version: number; dropped: boolean }) => {
    await restarted(input.dropped);
    return (await timed(() => stateText(running(), input.stream, input.version))).ms;
  },
  /** A small request, asked again and again for a while, or for as long as it takes to build a history from nothing. */
  beside: async (input: {
    stream: string;
    version: number;
    everyMs: number;
    idleMs?: number;
    builds?: string;
  }) => {
    const ask = () => stateText(running(), input.stream, input.version);
    await restarted(input.builds !== undefined);
    for (let time = 0; time < 50; time += 1) await ask();
    const { builds, idleMs = 0 } = input;
    const during = builds === undefined ? pause(idleMs) : built(builds);
    return besides(during, input.everyMs, ask);
  },
});

/** Built, and written behind the first answer. */
async function built(stream: string): Promise<void> {
  await stateText(running(), stream, 1);
  await running().histories.settled();
}

async function besides(during: Promise<unknown>, everyMs: number, ask: () => Promise<unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const begun = performance.now();
  let isOver = false;
  const over = during.finally(() => {
    isOver = true;
  });
  const asked: number[] = [];
  delay.enable();
  while (!isOver) {
    asked.push((await timed(ask)).ms);
    await pause(everyMs);
  }
  delay.disable();
  await over;
  const late = { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
  return { asked, late, ms: performance.now() - begun };
}

/** With nothing in memory; `dropped`: and no read models. */
async function restarted(dropped: boolean): Promise<void> {
  await running().close();
  app = await openedApp(url);
  if (dropped) await app.store.segments.drop();
  // The connection is there, as it is in a server that runs.
  await app.store.status();
}

function running(): App {
  if (app === null) throw new Error('The app was not opened.');
  return app;
}

async function stateText(by: App, stream: string, version: number): Promise<string> {
  const question = { namespace: 'main', type: 'order', id: stream, axis: 'recorded', at: String(version) };
  const answer = await readState(VIEWER, by, { ...question, axis: 'recorded' });
  if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.message}`);
  return answer.value.exists ? answer.value.text : 'absent';
}
