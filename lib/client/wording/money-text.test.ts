import { describe, expect, it } from 'vitest';
import { moneyText } from './money-text.ts';

const MONEY = [
  ['/total', 'amount', 'currency'],
  ['/lines/*/price', 'value', 'unit'],
] as const;

describe('moneyText', () => {
  it.each([
    ['/total', '{"amount":2.2,"currency":"EUR"}', '2.2 EUR'],
    ['/total', '{"amount":12345678901234567890.10,"currency":"EUR"}', '12345678901234567890.10 EUR'],
    ['/total', '{"amount":"899.00","currency":"EUR"}', '899.00 EUR'],
    ['/lines/0/price', '{"value":1,"unit":"NOK"}', '1 NOK'],
  ])('says %s %s as one value', (path, json, said) => {
    expect(moneyText(MONEY, path, json)).toBe(said);
  });

  it.each([
    ['/refunded', '{"amount":2.2,"currency":"EUR"}'],
    ['/total', '{"amount":2.2,"currency":"EUR","vat":19}'],
    ['/total', '{"amount":2.2}'],
    ['/total', '{"amount":null,"currency":"EUR"}'],
    ['/total', '{"amount":{"x":1},"currency":"EUR"}'],
    ['/total', '{"amount":1,"currency":978}'],
    ['/total', '{"amount":2.2,"curren'],
    ['/total', '12'],
  ])('leaves %s %s as it is', (path, json) => {
    expect(moneyText(MONEY, path, json)).toBeNull();
  });
});
