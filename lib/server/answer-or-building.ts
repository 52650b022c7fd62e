/** For a page that does not want to be silent for long: its answer, or how far the building is that the answer waits for. */
import { setTimeout as pause } from 'node:timers/promises';
import type { App } from './app.ts';
import type { EntityQuestion } from './history/asked-history.ts';
import type { BuildProgress } from './history/builds.ts';
import { readBuilding } from './read-building.ts';
import type { Viewer } from './viewer.ts';

/** Shorter than that, a waiting screen would only flicker. */
const PATIENCE_MS = 700;

export type AnswerOrBuilding<T> = { readonly answer: T } | { readonly building: BuildProgress };

/** What is being built goes on, whoever asks again. Where nothing is, the answer is waited for. */
export async function answerOrBuilding<T>(
  viewer: Viewer,
  app: App,
  question: EntityQuestion,
  answering: Promise<T>,
  patienceMs = PATIENCE_MS,
): Promise<AnswerOrBuilding<T>> {
  const answered = answering.then((answer) => ({ answer }));
  // Where the building is answered first, a failure is told to whoever asks how far it is.
  answered.catch(() => undefined);
  for (;;) {
    const came = await within(answered, patienceMs);
    if (came !== null) return came;
    const building = await readBuilding(viewer, app, question);
    const progress = building.ok ? (building.value?.progress ?? null) : null;
    if (progress !== null) return { building: progress };
  }
}

async function within<T>(answered: Promise<T>, ms: number): Promise<T | null> {
  const over = new AbortController();
  try {
    return await Promise.race([answered, pause(ms, null, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}
