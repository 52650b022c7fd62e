import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOW } from './app-time.ts';
import { type OverviewView, parseOverviewView, quickRangeOf, writeOverviewView } from './overview-view.ts';

const trimmed = fc.string({ unit: 'grapheme' }).map((value) => value.trim());

const views: fc.Arbitrary<OverviewView> = fc.record({
  namespace: fc.string({ unit: 'grapheme', minLength: 1 }),
  time: fc.record({
    asOf: fc.constantFrom(null, '@81204', '2026-03-03T14:02:11.5Z'),
    axis: fc.constantFrom('recorded' as const, 'occurred' as const),
    zone: fc.constantFrom(null, 'local', 'Europe/Berlin'),
  }),
  from: fc.oneof(trimmed, fc.constantFrom('24h', '2026-03-01')),
  to: fc.oneof(trimmed, fc.constantFrom('2026-03-31', '2026-03-31T10:00:00+02:00')),
});

const parsed = (address: string) => parseOverviewView(new URLSearchParams(address)).view;

describe('the URL of the overview', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parsed(writeOverviewView(view).toString())).toEqual(view);
      }),
    );
  });

  it('shows all that there ever was where nothing else is said', () => {
    expect(parsed('')).toEqual({ namespace: 'main', time: NOW, from: '', to: '' });
    expect(writeOverviewView(parsed('')).toString()).toBe('');
  });

  it('takes what a form sends: empty fields, and blanks around a day', () => {
    expect(parsed('from=+2026-03-01+&to=')).toMatchObject({ from: '2026-03-01', to: '' });
  });

  it('knows the quick ranges, which end now', () => {
    expect(quickRangeOf(parsed('from=7d'))).toBe('7d');
    expect(quickRangeOf(parsed('from=8d'))).toBeNull();
    expect(quickRangeOf(parsed('from=7d&to=2026-03-01'))).toBeNull();
  });
});
