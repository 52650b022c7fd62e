import { describe, expect, it } from 'vitest';
import { OwnMoves } from './own-moves.ts';

describe('moves of our own', () => {
  it('is each of several that are on their way, shown one after the other', () => {
    const moves = new OwnMoves();
    moves.wrote('21');
    moves.wrote('22');
    expect(moves.arrived('21')).toBe(true);
    expect(moves.arrived('22')).toBe(true);
  });

  it('is one that overtook another, which then is not waited for', () => {
    const moves = new OwnMoves();
    moves.wrote('21');
    moves.wrote('22');
    expect(moves.arrived('22')).toBe(true);
    expect(moves.arrived('21')).toBe(false);
  });

  it('is none that was never written, and none after it', () => {
    const moves = new OwnMoves();
    moves.wrote('21');
    expect(moves.arrived('7')).toBe(false);
    expect(moves.arrived('21')).toBe(false);
    expect(moves.arrived(null)).toBe(false);
  });
});
