/** How each read model takes its next step, in this app. */
import { ChangesNotFolded, type ReadModelName } from '#store';
import type { App } from '../app.ts';
import { markingWhatIsTooMuch } from './too-much.ts';

export interface ModelStep {
  readonly name: ReadModelName;
  /** The position reached; null: another process has the turn. */
  step(): Promise<bigint | null>;
}

export function modelSteps({
  store,
  config,
  changes,
}: Pick<App, 'store' | 'config' | 'changes'>): readonly ModelStep[] {
  return [
    { name: 'search', step: () => store.readModels.stepSearch() },
    { name: 'changes', step: () => stepChanges(store, config.foldBasis, changes) },
    { name: 'catalogue', step: () => store.readModels.stepCatalogue() },
  ];
}

/** Where a step is too much for a fold, ever fewer events are tried, down to the one that is: it is marked, and the log goes on. */
async function stepChanges(
  store: App['store'],
  basis: string,
  changes: App['changes'],
): Promise<bigint | null> {
  for (const most of [undefined, 200, 10]) {
    try {
      return await store.readModels.stepChanges(basis, changes.changes, most);
    } catch (error) {
      if (!(error instanceof ChangesNotFolded)) throw error;
    }
  }
  return store.readModels.stepChanges(basis, markingWhatIsTooMuch(changes.changes), 1);
}
