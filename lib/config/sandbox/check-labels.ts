/** What people call an entity type, its fields and the types of events; and which of its objects are an amount of money. */
import { parsePointer } from '#core';
import type { CheckedEntity, CheckedNamespace } from './checked-config.ts';
import { isRecord, type Problems } from './problems.ts';

export function labelOf(value: unknown, at: string, problems: Problems): string | null {
  if (value === undefined || typeof value === 'string') return value ?? null;
  problems.add(`${at}.label is not text`);
  return null;
}

export function fieldsOf(value: unknown, at: string, problems: Problems): CheckedEntity['fields'] {
  if (value === undefined) return [];
  if (!isRecord(value)) return problems.add(`${at}.fields is not an object`);
  return Object.entries(value).flatMap(([pointer, label]): (readonly [string, string])[] => {
    if (typeof label !== 'string') return problems.add(`${at}.fields['${pointer}'] is not text`);
    if (!pointer.startsWith('/')) return problems.add(`${at}.fields['${pointer}'] is not a JSON Pointer`);
    return [[pointer, label]];
  });
}

export function eventsOf(value: unknown, at: string, problems: Problems): CheckedNamespace['events'] {
  if (value === undefined) return [];
  if (!isRecord(value)) return problems.add(`${at}.events is not an object`);
  return Object.entries(value).flatMap(([type, label]): (readonly [string, string])[] => {
    if (typeof label !== 'string' || label.trim() === '')
      return problems.add(`${at}.events['${type}'] is not a name in words`);
    return [[type, label]];
  });
}

export function moneyOf(value: unknown, at: string, problems: Problems): CheckedEntity['money'] {
  if (value === undefined) return [];
  if (!isRecord(value)) return problems.add(`${at}.money is not an object`);
  return Object.entries(value).flatMap(([pattern, members]): (readonly [string, string, string])[] => {
    const place = `${at}.money['${pattern}']`;
    if (!parsePointer(pattern).ok) return problems.add(`${place} is not a JSON Pointer`);
    if (!isRecord(members) || typeof members.amount !== 'string' || typeof members.currency !== 'string')
      return problems.add(`${place} does not name its members amount and currency`);
    problems.onlyKeys(members, ['amount', 'currency'], `${place}.`);
    return [[pattern, members.amount, members.currency]];
  });
}
