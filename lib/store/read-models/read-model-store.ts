/** The read models of the whole store as the rest of the house sees them. All of them follow from the log. */
import type { ChangeFolding } from './change-folding.ts';
import type { ReadModelName } from './turn.ts';

export interface ReadModelStore {
  /** One step of what searches walk (see search-model.ts). The position reached; null: another process has the turn. */
  stepSearch(): Promise<bigint | null>;
  /**
   * One step of the change log (see change-model.ts), of at most `most` events. The same answer. Rejects with ChangesNotFolded where
   * the fold answers a problem.
   */
  stepChanges(basis: string, fold: ChangeFolding, most?: number): Promise<bigint | null>;
  /** One step of the catalogue (see catalogue-model.ts). The same answer. */
  stepCatalogue(): Promise<bigint | null>;
  /** Of those that were ever begun. */
  reached(): Promise<readonly ReachedPosition[]>;
  /** Position of the newest event of the log, behind which they walk; 0: there is none. */
  head(): Promise<bigint>;
  /** They begin anew with their next steps. */
  drop(): Promise<void>;
}

export interface ReachedPosition {
  readonly name: ReadModelName;
  readonly position: bigint;
  /** When it last moved, in microseconds since 1970. */
  readonly movedAt: bigint;
}
