/** The first moment at which conditions over fields of an entity hold together. */
import {
  type Axis,
  type Condition,
  canonicalText,
  type EventHeader,
  fail,
  ok,
  parseExact,
  parsePath,
  type Result,
} from '#core';
import type { App } from './app.ts';
import { type EntityQuestion, openHistory } from './history/open-history.ts';
import type { Viewer } from './viewer.ts';

export interface FirstWhereAnswer {
  /** The one that was folded on: as asked, or the stream's own. */
  readonly axis: Axis;
  /** null: they never hold together. */
  readonly event: EventHeader | null;
}

/** A condition as people write it. */
export interface AskedCondition {
  readonly path: string;
  readonly op: string;
  /** JSON, or else a text as it is; null: none was written. */
  readonly value: string | null;
}

/**
 * `from`: the moment to look from on (default: the first event). null: no event ever named this entity.
 *
 * Errors: CS-106 for a path that is none, CS-115 for a comparison that there is not, CS-110 and CS-111 for `from`.
 */
export async function readFirstWhere(
  viewer: Viewer,
  app: App,
  question: EntityQuestion & { readonly conditions: readonly AskedCondition[]; readonly from: string },
): Promise<Result<FirstWhereAnswer | null>> {
  const conditions = conditionsOf(question.conditions);
  if (!conditions.ok) return conditions;
  const opened = await openHistory(viewer, app, question);
  if (!opened.ok) return opened;
  if (opened.value === null) return ok(null);
  const { axis, ask, ordinalOf } = opened.value;
  const from = await ordinalOf(question.from);
  if (!from.ok) return from;
  return ask((history): FirstWhereAnswer => {
    const ordinal = history.firstWhere(conditions.value, Math.max(1, from.value));
    return { axis, event: ordinal === null ? null : history.event(ordinal) };
  });
}

const OPS: ReadonlyMap<string, Condition['op']> = new Map([
  ['=', '='],
  ['eq', '='],
  ['!=', '!='],
  ['≠', '!='],
  ['ne', '!='],
  ['<', '<'],
  ['lt', '<'],
  ['>', '>'],
  ['gt', '>'],
  ['exists', 'exists'],
  ['was', 'was'],
]);

function conditionsOf(asked: readonly AskedCondition[]): Result<readonly Condition[]> {
  const conditions: Condition[] = [];
  for (const { path, op, value } of asked) {
    const pointer = parsePath(path);
    if (!pointer.ok) return fail(pointer.error.code, pointer.error.message);
    const known = OPS.get(op);
    if (known === undefined) {
      return fail(
        'CS-115',
        `"${op}" is no comparison. Write =, !=, <, >, exists or was (eq, ne, lt, gt in a URL).`,
      );
    }
    if (value === null && known !== 'exists') {
      return fail('CS-115', `"${path} ${op}" says no value to compare with.`);
    }
    const parsed = parseExact(value ?? '""');
    conditions.push({
      path,
      op: known,
      value: parsed.ok ? canonicalText(parsed.value) : JSON.stringify(value ?? ''),
    });
  }
  if (conditions.length > 0) return ok(conditions);
  return fail('CS-115', 'There is no condition. Write a path, a comparison and a value.');
}
