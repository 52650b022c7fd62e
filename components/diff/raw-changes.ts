/** What differs between two texts, for the overview at their edge; counted as the rows are stepped through. */
import type { Change } from './rail-marks.ts';
import type { RawDiff } from './raw-rows.ts';

/** Where lines went and others came in their place, that is one change. */
export function rawChanges({ runs }: RawDiff): readonly Change[] {
  return runs.flatMap((run, place): Change[] => {
    if (run.kind === 'keep' || runs[place - 1]?.kind === 'remove') return [];
    const isReplaced = run.kind === 'remove' && runs[place + 1]?.kind === 'add';
    return [{ line: run.after, kind: isReplaced ? 'changed' : run.kind === 'add' ? 'added' : 'removed' }];
  });
}
