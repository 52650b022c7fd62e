/**
 * Keeps the read models of the whole store right behind the log: it steps on after every append, by whichever process, and rests when
 * they are at its head. Among several processes whoever has the turn steps; the others look again a little later.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '#core';
import { ChangesNotFolded, databaseProblem } from '#store';
import type { App } from '../app.ts';
import { Bell } from '../live/bell.ts';
import { BusyMachine } from './busy-machine.ts';
import { type ModelStep, modelSteps } from './model-steps.ts';
import { RightOfWay } from './right-of-way.ts';

/** Without a notification as well: one may have been lost with its connection. */
const LOOK_MS = 5_000;
const TURN_MS = 500;
const AFTER_FAILURE_MS = 10_000;
/** With those that somebody waits for. */
const PATIENCE = { mostMs: 20_000, quietMs: 1_000 } as const;

export interface Keeper {
  /** When the step under way is through. */
  stop(): Promise<void>;
}

/** `onProblem` is told what keeps a model back, each time it is tried. */
export function keepReadModels(
  app: Pick<App, 'store' | 'config' | 'changes' | 'followers'>,
  onProblem: (model: string, problem: Problem) => void,
): Keeper {
  const stop = new AbortController();
  const machine = new BusyMachine();
  const way = new RightOfWay(
    PATIENCE,
    () => app.followers.areThere,
    () => !app.followers.awaitModels && machine.isBusy,
    stop.signal,
  );
  const kept = modelSteps(app).map((step) => keep(app, step, way, stop.signal, onProblem));
  const leave = app.store.onAppended(way.arrived);
  return {
    stop: async () => {
      stop.abort();
      leave();
      await Promise.all(kept);
    },
  };
}

async function keep(
  { store }: Pick<App, 'store'>,
  { name, step }: ModelStep,
  way: RightOfWay,
  stop: AbortSignal,
  onProblem: (model: string, problem: Problem) => void,
): Promise<void> {
  const bell = new Bell();
  stop.addEventListener('abort', bell.ring, { once: true });
  const leave = store.onAppended(bell.ring);
  let before: bigint | null = null;
  for (;;) {
    way.take(name);
    await way.given(name);
    if (stop.aborted) break;
    try {
      const begun = performance.now();
      const reached = await step();
      // Where another process has the turn, it is for that one to say.
      const events = reached === null || before === null ? 0 : Number(reached - before);
      const ms = performance.now() - begun;
      if (name === 'search') {
        const head = events === 0 ? reached : await store.readModels.head();
        way.searched({ events, ms, behind: Number((head ?? 0n) - (reached ?? 0n)) });
      }
      if (reached === null) await pause(TURN_MS, undefined, { signal: stop }).catch(() => undefined);
      else if (reached === before) {
        way.leave(name);
        await bell.heard(LOOK_MS);
      }
      before = reached;
    } catch (error) {
      way.leave(name);
      onProblem(name, problemOf(error));
      await pause(AFTER_FAILURE_MS, undefined, { signal: stop }).catch(() => undefined);
    }
  }
  leave();
}

/** What nobody foresaw keeps the models back as well, and may be gone the next time. */
function problemOf(error: unknown): Problem {
  if (error instanceof ChangesNotFolded) return error.problem;
  const message = error instanceof Error ? error.message : String(error);
  return databaseProblem(error) ?? { code: 'CS-500', message };
}
