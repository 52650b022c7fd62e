/** An object that the configuration declares an amount of money, as one value: `{"amount":2.2,"currency":"EUR"}` reads `2.2 EUR`. */
import { canonicalText, getOwn, isJsonArray, isJsonObject, type Json, parseExact } from '#core';
import { pointerSteps } from '../pointer-words.ts';
import { valueText } from '../value-words.ts';
import { type EntityLabels, fits } from './labels.ts';

/** null where it is none, and where it says more than an amount and a currency, so that nothing is left out. */
export function moneyText(money: EntityLabels['money'], path: string, json: string): string | null {
  if (money.length === 0 || !json.startsWith('{')) return null;
  const steps = pointerSteps(path);
  const parsed = parseExact(json);
  if (!parsed.ok || !isJsonObject(parsed.value) || Object.keys(parsed.value).length !== 2) return null;
  for (const [pattern, amountName, currencyName] of money) {
    if (!fits(pattern, steps)) continue;
    const amount = getOwn(parsed.value, amountName);
    const currency = getOwn(parsed.value, currencyName);
    if (isAmount(amount) && typeof currency === 'string')
      return `${valueText(canonicalText(amount))} ${currency}`;
  }
  return null;
}

function isAmount(value: Json | undefined): value is Exclude<Json, null> {
  if (value === undefined || value === null || typeof value === 'boolean') return false;
  return !isJsonArray(value) && !isJsonObject(value);
}
