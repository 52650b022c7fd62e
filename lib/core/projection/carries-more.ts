import type { ProjectionLabel } from '../history/history.ts';

/**
 * Whether payloads say more than what became of the state: those of your own events do. A payload that is a state, a patch or a row of a
 * table is told by its changes.
 */
export function carriesMore({ kind }: Pick<ProjectionLabel, 'kind'>): boolean {
  return kind === 'reducer' || kind === 'merge';
}
