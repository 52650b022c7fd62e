import { describe, expect, it } from 'vitest';
import { parseSearchView } from '#wire';
import { countedTime } from './counted-time.ts';
import { eventsHref, eventsHrefWithin } from './events-href.ts';

const time = { asOf: '2026-03-14T12:00:00Z', axis: 'occurred', zone: 'Europe/Oslo' } as const;
const viewOf = (href: string) => parseSearchView(new URL(href, 'http://localhost').searchParams).view;

describe('from a number to its events', () => {
  it('the namespace, the moment, the axis and the zone go along', () => {
    const view = viewOf(eventsHref({ namespace: 'demo', time }, 'type:A'));
    expect(view).toMatchObject({ namespace: 'demo', ...time, text: 'type:A', sort: 'occurred' });
    const part = viewOf(eventsHrefWithin({ namespace: 'demo', time }, 'type:A', { from: 0n, to: 1n }));
    expect(part).toMatchObject(time);
    expect(part.text).toMatch(/^type:A occurred:/);
  });

  it('no moment does that no clock knows', () => {
    expect(countedTime(time)).toBe(time);
    expect(countedTime({ ...time, asOf: '@812' })).toEqual({ ...time, asOf: null });
  });
});
