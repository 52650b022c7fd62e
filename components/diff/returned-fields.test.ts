import { describe, expect, it } from 'vitest';
import type { Change } from '#core';
import { betweenMoments } from './returned-fields.ts';

const LIMIT_UP: Change = { path: '/limit', before: '200', after: '20000' };
const LIMIT_DOWN: Change = { path: '/limit', before: '20000', after: '200' };
const CHANGES: readonly (readonly Change[])[] = [[], [LIMIT_UP], [], [LIMIT_DOWN]];
const history = { changesOf: (ordinal: number) => CHANGES[ordinal - 1] ?? [] };

describe('what lies between two moments that are alike', () => {
  it('names the fields that came back and the events that changed them', () => {
    expect(betweenMoments(history, 1, 4)).toEqual({ events: 3, fields: ['/limit'], changedBy: [2, 4] });
  });

  it('is the same in either direction', () => {
    expect(betweenMoments(history, 4, 1)).toEqual(betweenMoments(history, 1, 4));
  });

  it('leaves out what happened at the earlier moment itself', () => {
    expect(betweenMoments(history, 2, 3)).toEqual({ events: 1, fields: [], changedBy: [] });
    expect(betweenMoments(history, 2, 2)).toEqual({ events: 0, fields: [], changedBy: [] });
  });
});
