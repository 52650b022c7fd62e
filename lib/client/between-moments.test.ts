import { describe, expect, it } from 'vitest';
import type { Change } from '#core';
import { betweenMoments, fieldsComeBack, joinBetween } from './between-moments.ts';

const LIMIT_UP: Change = { path: '/limit', before: '200', after: '20000' };
const LIMIT_DOWN: Change = { path: '/limit', before: '20000', after: '200' };
const CHANGES: readonly (readonly Change[])[] = [[], [LIMIT_UP], [], [LIMIT_DOWN]];
const history = { changesOf: (ordinal: number) => CHANGES[ordinal - 1] ?? [] };

describe('what lies between two moments that are alike', () => {
  it('names the fields that came back and the events that changed them', () => {
    expect(betweenMoments(history, 1, 4)).toEqual({
      events: 3,
      fields: ['/limit'],
      changing: 2,
      changedBy: [2, 4],
    });
  });

  it('is the same in either direction', () => {
    expect(betweenMoments(history, 4, 1)).toEqual(betweenMoments(history, 1, 4));
  });

  it('leaves out what happened at the earlier moment itself', () => {
    expect(betweenMoments(history, 2, 3)).toEqual({ events: 1, fields: [], changing: 0, changedBy: [] });
    expect(betweenMoments(history, 2, 2)).toEqual({ events: 0, fields: [], changing: 0, changedBy: [] });
  });

  it('is joined from stretches that follow each other', () => {
    const whole = betweenMoments(history, 0, 4);
    for (const middle of [0, 1, 2, 3, 4])
      expect(joinBetween(betweenMoments(history, 0, middle), betweenMoments(history, middle, 4))).toEqual(
        whole,
      );
  });
});

describe('fields that came back', () => {
  it('are those that the moments do not differ in', () => {
    expect(fieldsComeBack(['/limit', '/name'], ['/name'])).toEqual(['/limit']);
    expect(fieldsComeBack(['/limit', '/limits/a'], ['/limits'])).toEqual(['/limit']);
  });

  it('are none where an empty object got members, or what had members became a value', () => {
    expect(fieldsComeBack(['/parcels'], ['/parcels/O-1'])).toEqual([]);
    expect(fieldsComeBack([''], ['/a'])).toEqual([]);
    expect(fieldsComeBack(['/total/amount'], ['/total'])).toEqual([]);
  });
});
