import { describe, expect, it } from 'vitest';
import { parseRecent, withVisit } from './recent-entities.ts';

const named = (id: string) => ({ namespace: 'main', type: 'order', id });

describe('recent entities', () => {
  it('are the last eight, each once, the newest first', () => {
    const ids = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '3'];
    const recent = ids.reduce<ReturnType<typeof parseRecent>>((so, id) => withVisit(so, named(id)), []);
    expect(recent.map(({ id }) => id)).toEqual(['3', '9', '8', '7', '6', '5', '4', '2']);
    expect(parseRecent(JSON.stringify(recent))).toEqual(recent);
  });

  it('are none where what was kept cannot be read', () => {
    expect([null, '', '{', '3', '{}', '[null, 1, {"type":"order"}]'].map(parseRecent)).toEqual(
      Array.from({ length: 6 }, () => []),
    );
  });
});
