'use client';

import { rangeWords } from '#client/search/range-words';
import { useZone } from '#client/zone';
import { Button } from '#components/ui/button';
import { WithDayButton } from '#components/ui/day-button';
import { Link } from '#components/ui/link';
import type { Times } from '#core';
import {
  appTimeParams,
  DEFAULT_VIEW,
  type OverviewView,
  QUICK_RANGES,
  quickRangeOf,
  writeOverviewView,
} from '#wire';

const WORDS = { '24h': '24 hours', '7d': '7 days', '30d': '30 days', '1y': 'A year' } as const;

/** Which time the page is about: links to the usual ranges, and a form for any other. Both work before any script has run. */
export function RangeChoice({ view, times }: { view: OverviewView; times: Times }) {
  const zone = useZone();
  const quick = quickRangeOf(view);
  const isAll = view.from === '' && view.to === '';
  const hrefOf = (from: string) => {
    const query = writeOverviewView({ ...view, from, to: '' });
    return query.size === 0 ? '/' : `/?${query}`;
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <nav
        aria-label="Range of times"
        className="inline-flex h-7 overflow-hidden rounded-md border border-line-2"
      >
        {QUICK_RANGES.map((range) => (
          <RangeLink key={range} href={hrefOf(range)} isChosen={quick === range}>
            {WORDS[range]}
          </RangeLink>
        ))}
        <RangeLink href={hrefOf('')} isChosen={isAll}>
          All
        </RangeLink>
      </nav>
      <RangeForm view={view} isOwn={quick === null && !isAll} />
      {isAll ? null : (
        <p className="text-ink-2">
          {view.time.axis === 'recorded' ? 'Recorded' : 'Happened'} {rangeWords(times, zone)}
        </p>
      )}
    </div>
  );
}

function RangeLink({ href, isChosen, children }: { href: string; isChosen: boolean; children: string }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={isChosen ? 'page' : undefined}
      className="flex items-center border-line border-l px-2 text-ink-2 outline-offset-[-2px] transition-colors first:border-l-0 hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink"
    >
      {children}
    </Link>
  );
}

function RangeForm({ view, isOwn }: { view: OverviewView; isOwn: boolean }) {
  const { namespace, time, from, to } = view;
  const written = isOwn ? { from, to } : { from: '', to: '' };
  return (
    <form
      action="/"
      method="get"
      // Another range is another form: fields keep what was typed into them otherwise.
      key={`${from} ${to}`}
      className="flex flex-wrap items-center gap-x-2 gap-y-1"
    >
      {namespace === DEFAULT_VIEW.namespace ? null : <input type="hidden" name="ns" value={namespace} />}
      {Object.entries(appTimeParams(time)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <DayField name="from" label="From" written={written.from} placeholder="2026-03-01" />
      <DayField name="to" label="to" written={written.to} placeholder="2026-03-31" />
      <Button type="submit" look="outlined">
        Show
      </Button>
    </form>
  );
}

function DayField({
  name,
  label,
  written,
  placeholder,
}: {
  name: 'from' | 'to';
  label: string;
  written: string;
  placeholder: string;
}) {
  const id = `range-${name}`;
  return (
    <span className="flex items-center gap-1.5 text-ink-2">
      <label htmlFor={id}>{label}</label>
      <WithDayButton label={label}>
        <input
          id={id}
          name={name}
          defaultValue={written}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          className="h-7 w-28 min-w-0 rounded-md border border-line-2 bg-surface pr-7 pl-2 font-mono text-ink text-sm placeholder:text-ink-3 sm:w-36"
        />
      </WithDayButton>
    </span>
  );
}
