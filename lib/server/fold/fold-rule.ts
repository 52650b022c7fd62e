/** How the events of an entity type are folded: the projection, built in or the user's, and the upcasters before it. */
import type { SandboxProgram } from '#config';
import {
  builtInProjection,
  checkedPlaces,
  fail,
  noUpcasters,
  ok,
  type Projection,
  type Result,
  type Upcasters,
} from '#core';
import type { FoldedBy } from './messages.ts';
import { ReducerProjection } from './reducer-projection.ts';
import { sandboxUpcasters, upcastElsewhere } from './sandbox-upcasters.ts';
import type { TimeLimit } from './time-limit.ts';

export interface FoldRule {
  readonly projection: Projection;
  readonly upcasters: Upcasters;
  /** Where events of a reducer can be folded ahead. */
  readonly reducer: ReducerProjection | null;
}

/** CS-522: the kind is `reducer` and the configuration has none. */
export function ruleOf(
  job: FoldedBy,
  program: SandboxProgram | null,
  configHash: string,
  limit: TimeLimit,
): Result<FoldRule> {
  const { namespace, entityType } = job;
  if (job.projection !== 'reducer') {
    const upcasters =
      program === null || !job.upcasts
        ? noUpcasters
        : sandboxUpcasters(program, namespace, configHash, limit);
    return ok({ projection: builtInProjection(job.projection, job.keys), upcasters, reducer: null });
  }
  const fold = program?.startFold(namespace, entityType) ?? null;
  if (fold === null) {
    const what = `${namespace}/${entityType}`;
    return fail('CS-522', `${what} folds by a reducer, and the configuration has none for it.`, what);
  }
  const reducer = new ReducerProjection(
    { name: entityType, hash: configHash, keys: checkedPlaces(job.keys) },
    fold,
    limit,
  );
  return ok({ projection: reducer, upcasters: upcastElsewhere(''), reducer });
}
