import { describe, expect, it } from 'vitest';
import { NOW } from '#wire';
import { keptOf, pageAt } from './page-time.ts';

const kept = keptOf(
  new URLSearchParams('ns=demo&q=x&col=/a&col=/b&asof=@1&axis=occurred&tz=local&afterType=t&afterId=i'),
);

describe('the same page at another moment', () => {
  it('keeps what else the address says, but no place in a list of another moment', () => {
    const page = { time: NOW, path: '/entities', kept, refused: null };
    expect(pageAt(page, NOW)).toBe('/entities?ns=demo&q=x&col=%2Fa&col=%2Fb');
    expect(pageAt(page, { asOf: '@12', axis: 'occurred', zone: 'Europe/Berlin' })).toBe(
      '/entities?ns=demo&q=x&col=%2Fa&col=%2Fb&asof=%4012&axis=occurred&tz=Europe%2FBerlin',
    );
  });

  it('has a bare address where there is nothing to say', () => {
    const none = { time: NOW, path: '/status', kept: keptOf(new URLSearchParams('ns=main')), refused: null };
    expect(pageAt(none, NOW)).toBe('/status');
  });
});
