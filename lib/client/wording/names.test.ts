import { describe, expect, it } from 'vitest';
import { NO_LABELS } from './labels.ts';
import { namesOf } from './names.ts';

const labels = [
  [
    'order',
    {
      ...NO_LABELS,
      label: 'Purchase',
      fields: [
        ['/total', 'Order total'],
        ['/status', 'Status'],
      ],
      events: [['OrderPaid', 'Paid for']],
    },
  ],
  [
    'cart',
    {
      ...NO_LABELS,
      fields: [
        ['/total', 'Sum of the cart'],
        ['/status', 'Status'],
      ],
    },
  ],
] as const;

describe('names of a whole namespace', () => {
  const auditor = namesOf('auditor', labels);

  it('are labels where the configuration gives one, and words elsewhere', () => {
    expect([auditor.typeOf('order'), auditor.typeOf('price_list')]).toEqual(['Purchase', 'Price list']);
    expect([auditor.eventOf('OrderPaid'), auditor.eventOf('OrderPlaced')]).toEqual([
      'Paid for',
      'Order placed',
    ]);
    expect([auditor.fieldOf('/status'), auditor.fieldOf('/placedAt')]).toEqual(['Status', 'Placed at']);
  });

  it('take no label of a field for that of another type', () =>
    expect(auditor.fieldOf('/total')).toBe('Total'));

  it('are as they were written in the face of a developer', () => {
    const { typeOf, eventOf, fieldOf } = namesOf('developer', labels);
    expect([typeOf('order'), eventOf('OrderPaid'), fieldOf('/status')]).toEqual([
      'order',
      'OrderPaid',
      '/status',
    ]);
  });
});
