import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedBeside } from './carried.ts';
import { parseExact } from './json/parse.ts';
import { leavesOf } from './leaf.ts';

const json = (text: string) => {
  const parsed = parseExact(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const carried = (payload: string, state: string) =>
  carriedBeside(json(payload), leavesOf(json(state))).map(({ path, text }) => `${path} ${text}`);

describe('what an event carries beside the state', () => {
  it('is what the state has not under the same name', () => {
    expect(
      carried('{"limit":20000,"reason":"clean-up","by":null}', '{"permissions":{"limit":20000}}'),
    ).toEqual(['/reason "clean-up"']);
    expect(carried('{"limit":20000}', '{"limit":200}')).toEqual(['/limit 20000']);
  });

  it('is not the key by which an element of the state is named', () => {
    const elements = [
      { path: '/lines/~=A~1100/price', text: '9' },
      { path: '/lines/~:7/price', text: '9' },
    ];
    expect(carriedBeside(json('{"sku":"A/100","line":7,"price":9}'), elements)).toEqual([]);
    expect(carriedBeside(json('{"sku":"A","line":70}'), elements)).toHaveLength(2);
  });

  it('is told though a field or a place in a list happens to be called like it', () => {
    expect(carried('{"reason":"status"}', '{"status":"open"}')).toEqual(['/reason "status"']);
    expect(carried('{"attempt":1}', '{"lines":["a","b"]}')).toEqual(['/attempt 1']);
  });

  it('is nothing where the payload is no object or list', () => {
    expect(carried('"all of it"', '{"a":1}')).toEqual([]);
  });

  it('is a part of the payload, and nothing of one that is itself in the state', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (payload, state) => {
        const all = leavesOf(json(payload)).map(({ path }) => path);
        const left = carriedBeside(json(payload), leavesOf(json(state)));
        expect(left.every(({ path }) => all.includes(path))).toBe(true);
        expect(carriedBeside(json(payload), leavesOf(json(payload)))).toEqual([]);
      }),
    );
  });
});
