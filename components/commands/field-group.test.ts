import { describe, expect, it } from 'vitest';
import { fieldGroup } from './field-group.ts';

const fields = [
  { path: '/total/amount', name: 'Order total' },
  { path: '/total/currency', name: 'Currency' },
  { path: '/status', name: 'Status' },
];

describe('fieldGroup', () => {
  const textsOf = (typed: string) =>
    fieldGroup(typed, fields, { showField: () => undefined }).rows.map(({ text }) => text);

  it.each([
    ['order', ['Order total']],
    ['stat', ['Status']],
    ['/total', ['Order total', 'Currency']],
    ['total.amount', ['Order total']],
    ['nothing', []],
    ['', []],
  ])('finds what %j means', (typed, found) => {
    expect(textsOf(typed)).toEqual(found);
  });

  it('shows the values of the one that is chosen, and offers nothing where no entity is on screen', async () => {
    const shown: string[] = [];
    const { rows } = fieldGroup('status', fields, { showField: (path) => shown.push(path) });
    expect(await rows[0]?.run?.()).toBeNull();
    expect(shown).toEqual(['/status']);
    expect(fieldGroup('status', fields, null).rows).toEqual([]);
  });

  it('says how many it leaves out', () => {
    const many = Array.from({ length: 30 }, (_, nth) => ({ path: `/k${nth}`, name: `/k${nth}` }));
    const { title, rows } = fieldGroup('/k', many, { showField: () => undefined });
    expect(title).toContain('of 30');
    expect(rows).toHaveLength(8);
  });
});
