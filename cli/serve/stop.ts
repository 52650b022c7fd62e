import type { Log } from './log.ts';

const PARENT_MS = 500;
/** Ctrl-C under `npm start` arrives twice: from the terminal, and once more from npm, which hands it on. */
const ECHO_MS = 1_000;

/**
 * Aborts when this process is told to end: Ctrl-C, SIGTERM, a closed terminal, or the end of the npx that started it (npx
 * hands no signal on, and would leave us behind). Told a second time, it ends at once; the next start heals what is left.
 */
export function toldToStop(log: Log): AbortSignal {
  const told = new AbortController();
  let toldAt: number | null = null;
  const stop = (): void => {
    if (toldAt !== null && Date.now() - toldAt < ECHO_MS) return;
    if (toldAt !== null) process.exit(130);
    toldAt = Date.now();
    log.info('Stopping …');
    told.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.env.npm_command === 'exec') whenParentEnds(stop);
  return told.signal;
}

function whenParentEnds(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, PARENT_MS);
  timer.unref();
}
