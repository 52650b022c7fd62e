/** Brings the read models up to the head of the log as it is now. */
import type { App } from '../app.ts';
import type { Viewer } from '../viewer.ts';
import { modelSteps } from './model-steps.ts';

/** `reached` of the model that is furthest behind. */
export type CatchUpProgress = (reached: bigint, head: bigint) => void;

/** false: another process keeps them, and is at it. Rejects with ChangesNotFolded, and as the database does. */
export async function catchUp(
  _viewer: Viewer,
  app: Pick<App, 'store' | 'config' | 'changes'>,
  onProgress: CatchUpProgress = () => undefined,
): Promise<boolean> {
  const head = await app.store.readModels.head();
  const reached = new Map<string, bigint>();
  const steps = modelSteps(app);
  let hasFailed = false;
  const all = steps.map(async ({ name, step }) => {
    while (!hasFailed) {
      const position = await step().catch((error: unknown) => {
        hasFailed = true;
        throw error;
      });
      if (position === null) return false;
      reached.set(name, position);
      if (reached.size === steps.length) onProgress(lowestOf(reached.values()), head);
      if (position >= head) return true;
    }
    return false;
  });
  // Whoever hears of a failure may close the app, and not in the middle of a step of another model.
  await Promise.allSettled(all);
  return (await Promise.all(all)).every((done) => done);
}

/** The next steps begin with the first event again. */
export async function dropReadModels(_viewer: Viewer, app: Pick<App, 'store'>): Promise<void> {
  await app.store.readModels.drop();
}

function lowestOf(positions: Iterable<bigint>): bigint {
  return [...positions].reduce((lowest, position) => (position < lowest ? position : lowest));
}
