import { describe, expect, it } from 'vitest';
import { cutToWidth, nameWidth } from './node-name.ts';

describe('a name in a drawing', () => {
  it('is wider in capitals and in scripts of whole squares', () => {
    expect(nameWidth('ORDER')).toBeGreaterThan(nameWidth('order'));
    expect(nameWidth('注文')).toBeGreaterThan(nameWidth('or'));
    expect(nameWidth('ill')).toBeLessThan(nameWidth('owe'));
  });

  it('stays whole where it fits, and else ends in an ellipsis within its room', () => {
    expect(cutToWidth('OrderPlaced', 220)).toBe('OrderPlaced');
    for (const name of ['A'.repeat(120), '注'.repeat(40), '🚚'.repeat(40)]) {
      const cut = cutToWidth(name, 220);
      expect(cut.endsWith('…')).toBe(true);
      expect(nameWidth(cut)).toBeLessThanOrEqual(220);
      expect([...cut].length).toBeGreaterThan(8);
    }
  });
});
