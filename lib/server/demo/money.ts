/** Amounts in euros, always with at most two digits after the point. */
export interface Money {
  readonly amount: number;
  readonly currency: 'EUR';
}

export const euros = (amount: number): Money => ({ amount: Math.round(amount * 100) / 100, currency: 'EUR' });
