/**
 * A query as a condition over entities at a moment: rows `s` of streams, each beside `e`, its last event then, and `k`, the version of that. What a state holds is looked up in
 * the change log, where the last change of a field up to that event is its value; no stream is folded.
 *
 * Law: it holds for the entities of which core's `matchesQuery` is true, taken as their last event then, with their state and what they ever were
 * by then.
 */
import {
  fail,
  ok,
  type PlaceTerm,
  type Query,
  type Result,
  type Term,
  termText,
  type ValueTerm,
} from '#core';
import type { Binder } from './binder.ts';
import { compiledLogic, firstProblem } from './compiled-logic.ts';
import { rangeCondition } from './condition.ts';
import { likeOf, regexOfPath } from './like-pattern.ts';
import type { Named, Names } from './names.ts';
import { regexOfText } from './text-condition.ts';
import { valueCondition } from './value-condition.ts';

interface Compiling {
  readonly names: Names;
  readonly bind: Binder['bind'];
}

/** CS-152: a term that is about events. */
export function entityConditionOf(query: Query, names: Names, bind: Binder['bind']): Result<string> {
  const problem = firstProblem(query, problemOfEntities);
  return problem ?? ok(compiledLogic(query, (term) => termCondition(term, { names, bind })));
}

/** Why a list of entities cannot be asked this term; null: it can. */
export function problemOfEntities(term: Term): Result<never> | null {
  if (isOfEntities(term)) return null;
  const words = term.kind === 'is' ? termText(term) : (WORDS[term.kind] ?? 'This');
  return fail(
    'CS-152',
    `${words} asks about events, and this is a list of entities. Look for it among the events, or ask with state: or was:.`,
  );
}

function isOfEntities(term: Term): boolean {
  if (term.kind === 'name') return term.field === 'entityType' || term.field === 'entityId';
  return OF_ENTITIES.has(term.kind) && !(term.kind === 'is' && term.what !== 'removed');
}

const OF_ENTITIES: ReadonlySet<Term['kind']> = new Set([
  'entity',
  'state',
  'was',
  'is',
  'version',
  'time',
  'text',
]);

const WORDS: Readonly<Partial<Record<Term['kind'], string>>> = {
  path: 'path:',
  set: 'set:',
  payload: 'payload.',
  position: 'position:',
};

function termCondition(term: Term, to: Compiling): string {
  const { bind } = to;
  switch (term.kind) {
    case 'name':
      return `(s.${term.field === 'entityType' ? 'entity_type' : 'entity_id'} LIKE ${bind(likeOf(term.pattern), 'text')})`;
    case 'entity': {
      const type = `s.entity_type LIKE ${bind(likeOf(term.type), 'text')}`;
      return term.id === null
        ? `(${type})`
        : `(${type} AND s.entity_id LIKE ${bind(likeOf(term.id), 'text')})`;
    }
    case 'time':
      return rangeCondition(term.axis === 'occurred' ? 'e.occurred_at' : 'e.recorded_high', '<', term, bind);
    case 'version':
      return rangeCondition('e.version', '<=', term, bind);
    case 'is':
      return 'e.removed';
    case 'text': {
      const regex = regexOfText(term);
      return regex === null
        ? 'false'
        : `(lower((s.entity_type || '/' || s.entity_id) COLLATE "C") ~ ${bind(regex, 'text')})`;
    }
    case 'was':
      return `(EXISTS (SELECT FROM change c WHERE c.stream_id = s.id AND c.version <= k.version AND ${ofPaths(term, to)}
        AND ${valueCondition(term, bind)}))`;
    case 'state':
      return stateCondition(term, to);
    default:
      throw new Error(`A list of entities has no ${term.kind}.`);
  }
}

/** First the entities of which it was ever true, which an index finds; then whether it still is. */
function stateCondition(term: PlaceTerm, to: Compiling): string {
  const holds = term.op === 'exists' ? 'c.value IS NOT NULL' : valueCondition(term, to.bind);
  const paths = ofPaths(term, to);
  return `(s.id IN (SELECT c.stream_id FROM change c WHERE ${paths} AND ${holds}) AND EXISTS (
    SELECT FROM (SELECT DISTINCT ON (c.path_id) c.* FROM change c
      WHERE c.stream_id = s.id AND c.version <= k.version AND ${paths} ORDER BY c.path_id, c.version DESC) c
    WHERE ${holds}))`;
}

function ofPaths(term: PlaceTerm | ValueTerm, { names, bind }: Compiling): string {
  const named: Named = names.paths.get(term) ?? null;
  if (named === null) {
    const end = term.op === 'exists' ? 'and below' : 'itself';
    return `c.path_id IN (SELECT id FROM path WHERE text ~ ${bind(regexOfPath(term.path, end), 'text')})`;
  }
  return named.length === 0 ? 'false' : `c.path_id = ANY(${bind(named, 'integer[]')})`;
}
