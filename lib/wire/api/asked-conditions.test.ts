import { describe, expect, it } from 'vitest';
import { conditionsIn } from './asked-conditions.ts';

const A = { path: '/a', op: 'exists', value: null };
const B = { path: '/b', op: 'gt', value: '1' };

describe('conditions in a query', () => {
  it.each([
    ['path=/a&op=exists&path=/b&op=gt&value=1', [A, B]],
    ['path=/b&op=gt&value=1&path=/a&op=exists', [B, A]],
    ['path=/b&value=1&op=gt&path=/a&op=exists&ns=x', [B, A]],
    ['path=/a&path=/b&op=exists&op=gt&value=1', [A, B]],
    ['path=/b&path=/a&op=gt&op=exists&value=1', [B, A]],
    ['path=/a&path=/b&op=exists&op=gt&value=&value=1', [{ ...A, value: '' }, B]],
    ['path=/a&op=exists&value=&path=/b&op=gt&value=1', [{ ...A, value: '' }, B]],
    ['op=gt&path=/b&value=1', [B]],
    ['path=/a', [{ path: '/a', op: '', value: null }]],
    ['path=/b&op=gt', [{ ...B, value: null }]],
    ['', []],
  ])('%s', (query, conditions) => {
    expect(conditionsIn(new URLSearchParams(query))).toEqual(conditions);
  });
});
