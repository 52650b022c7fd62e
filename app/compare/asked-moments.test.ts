import { describe, expect, it } from 'vitest';
import { parseCompareView } from '#wire';
import { askedMoments } from './asked-moments.ts';
import { quickRanges } from './quick-ranges.ts';

const NOW = Date.parse('2026-03-14T12:00:00Z');
const asked = (query: string) => askedMoments(parseCompareView(new URLSearchParams(query)).view, NOW);

describe('two moments as they were typed', () => {
  it('are settled to what links keep', () => {
    expect(asked('from=2h+ago&to=now&tz=Europe/Berlin')).toMatchObject({
      view: { from: '2026-03-14T10:00:00Z', to: null, zone: 'Europe/Berlin' },
      problems: { from: null, to: null },
      isSettled: false,
    });
    expect(asked('from=2026-03-01&tz=Europe/Berlin').view.from).toBe('2026-02-28T23:00:00Z');
  });

  it('stay as they are where they say it already', () => {
    for (const query of ['', 'from=@812', 'from=latest&to=@4', 'from=2026-03-01T00:00:00Z'])
      expect(asked(query)).toMatchObject({ isSettled: true, problems: { from: null, to: null } });
  });

  it('are told apart from what is no moment, which stays in its field', () => {
    const { view, problems, isSettled } = asked('from=soon&to=812');
    expect(view).toMatchObject({ from: 'soon', to: '812' });
    expect(problems.from).toContain('soon');
    expect(problems.to).toContain('version');
    expect(isSettled).toBe(true);
  });
});

describe('quick ranges', () => {
  it('begin before the newest event, and with the month of the zone', () => {
    const newest = BigInt(Date.parse('2026-02-28T23:30:00Z')) * 1000n;
    expect(quickRanges(newest, 'Europe/Berlin').map(({ from }) => from)).toEqual([
      '2026-02-28T22:30:00Z',
      '2026-02-27T23:30:00Z',
      '2026-02-21T23:30:00Z',
      '2026-02-28T23:00:00Z',
      '@0',
    ]);
  });
});
