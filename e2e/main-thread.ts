/**
 * What the page's main thread works on, from Chromium's own trace.
 *
 * The processor time of a task counts, not the time on the clock: on a small machine a task that waits for a core looks long
 * although the page asked for little.
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

type TraceEvent = z.infer<typeof traceSchema>['traceEvents'][number];

/** Milliseconds of processor time. */
export interface MainThread {
  readonly tasks: readonly number[];
  /** What was done until each frame was handed to the compositor. */
  readonly frames: readonly number[];
}

export async function mainThreadDuring(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<MainThread> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await work();
  const { traceEvents } = traceSchema.parse(JSON.parse((await browser.stopTracing()).toString('utf8')));
  const tasks: number[] = [];
  const frames: number[] = [];
  let sinceFrame = 0;
  for (const { name, tdur } of ofMainThread(traceEvents)) {
    if (name === 'RunTask' && tdur !== undefined) {
      tasks.push(tdur / 1000);
      sinceFrame += tdur / 1000;
    } else if (name === 'Commit') {
      frames.push(sinceFrame);
      sinceFrame = 0;
    }
  }
  return { tasks, frames };
}

function ofMainThread(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const threads = new Set(
    events.flatMap(({ name, args, pid, tid }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' ? [`${pid}.${tid}`] : [],
    ),
  );
  return events
    .filter(({ pid, tid }) => threads.has(`${pid}.${tid}`))
    .sort((one, other) => one.ts - other.ts);
}
