/** Events that arrive at a steady rate, as those of a busy system do, which does not wait for the ones before. */
import { setTimeout as pause } from 'node:timers/promises';
import type { NewEvent } from '#core';
import type { App } from '#server';
import { appendBatch } from '../written-log.ts';

/** A batch comes in each of these intervals. */
export const EVERY_MS = 100;

export interface Arrived {
  /** When the first batch was due, by the system's clock in milliseconds. */
  readonly begun: number;
  /** Events a second that were appended, which is less than arrived where the machine did not keep up. */
  readonly rate: number;
}

/** Each batch is appended when it is due, or as soon after that as the process can. */
export async function arriving(app: App, made: readonly (readonly NewEvent[])[]): Promise<Arrived> {
  const begun = performance.now();
  const appended: Promise<void>[] = [];
  for (const [nth, batch] of made.entries()) {
    await pause(Math.max(0, begun + nth * EVERY_MS - performance.now()));
    const appending = appendBatch(app.store, batch);
    // A failure is told where all are waited for.
    appending.catch(() => undefined);
    appended.push(appending);
  }
  await Promise.all(appended);
  const took = performance.now() - begun;
  const events = made.reduce((sum, batch) => sum + batch.length, 0);
  return {
    begun: performance.timeOrigin + begun,
    rate: (events * 1_000) / Math.max(took, made.length * EVERY_MS),
  };
}
