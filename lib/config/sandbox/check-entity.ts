/** How one entity type is folded, read from any of its three spellings: a function, `{ on }` or `{ kind }`. */
import { type DeclaredKey, keyPlaces } from '#core';
import type { BuiltInKind } from '../define.ts';
import { fieldsOf, labelOf, moneyOf } from './check-labels.ts';
import { type CheckedEntity, type CheckedReducer, isFunction } from './checked-config.ts';
import { isRecord, type Problems } from './problems.ts';

const BUILT_IN: readonly BuiltInKind[] = ['replace', 'merge', 'patch', 'row', 'activity'];

export function checkEntity(
  entityType: string,
  value: unknown,
  at: string,
  problems: Problems,
): CheckedEntity {
  const bare = { entityType, label: null, fields: [], money: [], keys: [] };
  if (isFunction(value)) {
    return { ...bare, kind: 'reducer', reducer: { initial: undefined, evolveOf: () => value } };
  }
  const entity = problems.record(value, at);
  problems.onlyKeys(entity, ['label', 'fields', 'money', 'keys', 'kind', 'initial', 'on'], `${at}.`);
  const labels = {
    ...bare,
    label: labelOf(entity.label, at, problems),
    fields: fieldsOf(entity.fields, at, problems),
    money: moneyOf(entity.money, at, problems),
    keys: keysOf(entity.keys, at, problems),
  };
  if (entity.kind === undefined) {
    return { ...labels, kind: 'reducer', reducer: reducerOf(entity, at, problems) };
  }
  const kind = BUILT_IN.find((candidate) => candidate === entity.kind);
  if (kind === undefined) problems.add(`${at}.kind is none of ${BUILT_IN.join(', ')}`);
  if (entity.on !== undefined) problems.add(`${at} has both kind and on; keep one`);
  return { ...labels, kind: kind ?? 'replace', reducer: null };
}

function reducerOf(
  entity: Readonly<Record<string, unknown>>,
  at: string,
  problems: Problems,
): CheckedReducer {
  const on = problems.record(entity.on, `${at}.on`);
  for (const [type, evolve] of Object.entries(on)) {
    if (evolve !== undefined && !isFunction(evolve)) problems.add(`${at}.on.${type} is not a function`);
  }
  return {
    initial: entity.initial ?? {},
    evolveOf: (type) => {
      const evolve = Object.hasOwn(on, type) ? on[type] : undefined;
      return isFunction(evolve) ? evolve : null;
    },
  };
}

/** What core refuses is told in its words. */
function keysOf(value: unknown, at: string, problems: Problems): CheckedEntity['keys'] {
  if (value === undefined) return [];
  if (!isRecord(value)) return problems.add(`${at}.keys is not an object`);
  const keys = Object.entries(value).flatMap(([pattern, key]): DeclaredKey[] => {
    if (typeof key === 'string') return [[pattern, key]];
    return problems.add(`${at}.keys['${pattern}'] is not the name of a member`);
  });
  const places = keyPlaces(keys);
  return places.ok ? keys : problems.add(`${at}.keys: ${places.error.message}`);
}
