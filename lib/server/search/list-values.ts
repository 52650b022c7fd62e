/** Values that a field was seen with, to complete a query with. */
import {
  fail,
  ok,
  type PathPattern,
  type Problem,
  parseFieldPath,
  type QueryProblem,
  type Result,
} from '#core';
import type { SeenField } from '#store';
import type { NamesAnswer } from '#wire';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';

const SHOWN_VALUES = 50;

export interface ValuesAsked {
  readonly namespace: string;
  readonly of: SeenField['of'];
  /** As a query writes it. */
  readonly path: string;
  /** What they begin with, or hold. */
  readonly text: string;
}

/** CS-114: no field is named. CS-150: what names it is no path. CS-322: it took too long. */
export async function listValues(
  _viewer: Viewer,
  { store }: Pick<App, 'store'>,
  { namespace, of, path: written, text }: ValuesAsked,
): Promise<Result<NamesAnswer, Problem | QueryProblem>> {
  if (written === '') return fail('CS-114', NO_FIELD);
  const path: Result<PathPattern, QueryProblem> = parseFieldPath(written);
  if (!path.ok) return path;
  return unlessTooSlow(async () => {
    const field = { of, path: path.value };
    const values = await store.seenValues(namespace, field, text, SHOWN_VALUES + 1);
    return ok({ names: values.slice(0, SHOWN_VALUES), isMore: values.length > SHOWN_VALUES });
  });
}

const NO_FIELD = 'path says of which field values are wanted, such as path=/status.';
