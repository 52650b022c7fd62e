/**
 * Changes as a sentence names them: the two members of what the configuration declares an amount of money are one value, `899.00 EUR`.
 *
 * Both are joined only where the same was done to both (set, changed, removed) and they are an amount and the name of a currency;
 * otherwise each stays what it is, so that nothing is said which is not in the changes.
 */
import { type Change, comparePaths } from '#core';
import { parentPointer, pointerSteps } from './pointer-words.ts';
import { valueText } from './value-words.ts';
import { fits } from './wording/labels.ts';
import type { Wording } from './wording/wording.ts';

export type Verb = 'changed' | 'set' | 'removed';

/** What a sentence names once. `before` and `after` are words, null where there is none. */
export interface SpokenChange {
  readonly verb: Verb;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Of how many fields it tells. */
  readonly fields: number;
}

/** The first `most` of the changes as a reader sees them (visibleChanges), in their order; words are made for these alone. */
export function spokenChanges(
  changes: readonly Change[],
  wording: SpokenWording,
  most: number,
): readonly SpokenChange[] {
  const currencies = currenciesOf(changes, wording);
  const told = new Set(currencies.values());
  return changes
    .filter((change) => !told.has(change))
    .slice(0, most)
    .map((change) => {
      const currency = currencies.get(change);
      return currency === undefined ? alone(change, wording) : asMoney(change, currency, wording);
    });
}

/** In the order in which a sentence names them, whichever order they come in. */
export function inSpokenOrder<T extends Change>(
  changes: readonly T[],
  { rankOf }: Pick<Wording, 'rankOf'>,
): readonly T[] {
  return [...changes].sort(
    (one, other) =>
      VERBS.indexOf(verbOf(one)) - VERBS.indexOf(verbOf(other)) ||
      rankOf(one.path) - rankOf(other.path) ||
      comparePaths(one.path, other.path),
  );
}

export type SpokenWording = Pick<Wording, 'nameOf' | 'labelOf' | 'money'> & {
  /** A leaf, from its JSON text. */
  say(json: string): string;
};

/** Fields and values as the face says them; values without their quotes in either. */
export function spokenWording({ face, nameOf, labelOf, valueOf: say, money }: Wording): SpokenWording {
  return { nameOf, labelOf, money, say: face === 'auditor' ? say : valueText };
}

const VERBS: readonly Verb[] = ['changed', 'set', 'removed'];

function verbOf({ before, after }: Change): Verb {
  if (after === null) return 'removed';
  return before === null ? 'set' : 'changed';
}

function alone(change: Change, { nameOf, say }: SpokenWording): SpokenChange {
  const words = (json: string | null) => (json === null ? null : say(json));
  return {
    verb: verbOf(change),
    name: nameOf(change.path),
    before: words(change.before),
    after: words(change.after),
    fields: 1,
  };
}

/** By the change of an amount, that of its currency; nothing is in two pairs. */
function currenciesOf(changes: readonly Change[], wording: SpokenWording): ReadonlyMap<Change, Change> {
  const pairs = new Map<Change, Change>();
  if (wording.money.length === 0) return pairs;
  const byPath = new Map(changes.map((change) => [change.path, change]));
  const told = new Set<Change>();
  for (const change of changes) {
    const currency = told.has(change) ? undefined : currencyOf(change, byPath, wording);
    if (currency === undefined || told.has(currency)) continue;
    pairs.set(change, currency);
    told.add(change).add(currency);
  }
  return pairs;
}

function currencyOf(
  change: Change,
  byPath: ReadonlyMap<string, Change>,
  { money }: SpokenWording,
): Change | undefined {
  if (change.path === '') return undefined;
  const parent = parentPointer(change.path);
  const steps = pointerSteps(change.path);
  for (const [pattern, amount, currency] of money) {
    if (steps.at(-1) !== amount || !fits(pattern, steps.slice(0, -1))) continue;
    const partner = byPath.get(`${parent}/${currency.replace(/~/g, '~0').replace(/\//g, '~1')}`);
    if (partner !== undefined && partner !== change && isMoney(change, partner)) return partner;
  }
  return undefined;
}

function isMoney(amount: Change, currency: Change): boolean {
  const isAmount = (json: string | null) => json === null || /^["\d-]/.test(json);
  const isCurrency = (json: string | null) => json === null || json.startsWith('"');
  return (
    verbOf(amount) === verbOf(currency) &&
    [amount.before, amount.after].every(isAmount) &&
    [currency.before, currency.after].every(isCurrency)
  );
}

/** The amount as it was written. Its own label says what it is; without one, the name of the object does. */
function asMoney(amount: Change, currency: Change, { nameOf, labelOf }: SpokenWording): SpokenChange {
  const both = (one: string | null, other: string | null) =>
    one === null || other === null ? null : `${valueText(one)} ${valueText(other)}`;
  return {
    verb: verbOf(amount),
    name: labelOf(amount.path) ?? nameOf(parentPointer(amount.path)),
    before: both(amount.before, currency.before),
    after: both(amount.after, currency.after),
    fields: 2,
  };
}
