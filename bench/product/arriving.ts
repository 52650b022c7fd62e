/** Events that arrive at a steady rate, as those of a busy system do. */
import { setTimeout as pause } from 'node:timers/promises';
import type { NewEvent } from '#core';
import type { App } from '#server';
import { appendBatch } from '../written-log.ts';

/** A batch comes in each of these intervals. */
export const EVERY_MS = 100;

/** Events a second that were appended, which is less than was asked for where the machine did not keep up. */
export async function arriving(
  app: App,
  made: readonly (readonly NewEvent[])[],
  onAppended: (batch: readonly NewEvent[]) => void = () => undefined,
): Promise<number> {
  const begun = performance.now();
  for (const [nth, batch] of made.entries()) {
    await pause(Math.max(0, begun + nth * EVERY_MS - performance.now()));
    await appendBatch(app.store, batch);
    onAppended(batch);
  }
  const took = performance.now() - begun;
  const events = made.reduce((sum, batch) => sum + batch.length, 0);
  return (events * 1_000) / Math.max(took, made.length * EVERY_MS);
}
