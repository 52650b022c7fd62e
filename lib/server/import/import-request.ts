/** What one import is to do. */
import type { ProjectionKind } from '#core';
import type { SourceRequest } from '#sources';

export interface ImportRequest {
  readonly namespace: string;
  /** Files, `-` for standard input, or repositories. */
  readonly labels: readonly string[];
  readonly what: SourceRequest;
  /** Name of the source on its events; null: the base name of each file without `.gz`. */
  readonly source: string | null;
  /** For times that are written without a zone. */
  readonly zone: string | null;
  /** null: as registered before, else what is usual for the format. */
  readonly fold: ProjectionKind | null;
  /** Overwrites the registered kind where `fold` says another. */
  readonly refold: boolean;
  readonly strict: boolean;
  /** Where refused lines are kept exactly; the file is written anew. */
  readonly rejects: string | null;
}
