/**
 * What the page's main thread worked on, from Chromium's own trace: the processor time of each task, and of each frame.
 *
 * A frame is what lies between two animation frames; processor time counts, not the time on the clock, because on a small machine
 * a task that waits for a core looks long although the page asked for little.
 */
import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number(),
      /** Processor time in microseconds. */
      tdur: z.number().optional(),
      args: z.object({ name: z.string().optional() }).loose().optional(),
    }),
  ),
});

export interface MainThread {
  /** Milliseconds of processor time. */
  readonly tasks: readonly number[];
  readonly frames: readonly number[];
}

export async function watched(browser: Browser, page: Page, work: () => Promise<void>): Promise<MainThread> {
  await browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await work();
  const { traceEvents } = traceSchema.parse(JSON.parse((await browser.stopTracing()).toString('utf8')));
  const mainThreads = new Set(
    traceEvents.flatMap(({ name, args, pid, tid }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' ? [`${pid}.${tid}`] : [],
    ),
  );
  const own = traceEvents
    .filter(({ pid, tid }) => mainThreads.has(`${pid}.${tid}`))
    .sort((one, other) => one.ts - other.ts);
  const frames: number[] = [];
  const tasks: number[] = [];
  for (const { name, tdur } of own) {
    if (name === 'FireAnimationFrame') frames.push(0);
    if (name !== 'RunTask' || tdur === undefined) continue;
    tasks.push(tdur / 1000);
    // A task begins before the animation frame that it fires, so the frame's own work is counted with the one before it.
    if (frames.length > 0) frames[frames.length - 1] = (frames.at(-1) ?? 0) + tdur / 1000;
  }
  return { tasks, frames };
}
