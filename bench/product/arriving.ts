/** Events that arrive at a steady rate, as those of a busy system do, which does not wait for the ones before. */
import { setTimeout as pause } from 'node:timers/promises';
import type { NewEvent } from '#core';
import type { App } from '#server';
import { appendBatch } from '../written-log.ts';

/** A batch comes in each of these intervals. */
export const EVERY_MS = 100;

/**
 * Each batch is appended when it is due, or as soon after that as the process can. `onArrived` is told when it was due, on the clock of `performance.now()`. Events
 * a second that were appended, which is less than arrived where the machine did not keep up.
 */
export async function arriving(
  app: App,
  made: readonly (readonly NewEvent[])[],
  onArrived: (batch: readonly NewEvent[], due: number) => void = () => undefined,
): Promise<number> {
  const begun = performance.now();
  const appended: Promise<void>[] = [];
  for (const [nth, batch] of made.entries()) {
    const due = begun + nth * EVERY_MS;
    await pause(Math.max(0, due - performance.now()));
    onArrived(batch, due);
    const appending = appendBatch(app.store, batch);
    // A failure is told where all are waited for.
    appending.catch(() => undefined);
    appended.push(appending);
  }
  await Promise.all(appended);
  const took = performance.now() - begun;
  const events = made.reduce((sum, batch) => sum + batch.length, 0);
  return (events * 1_000) / Math.max(took, made.length * EVERY_MS);
}
