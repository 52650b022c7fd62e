'use client';

import dynamic from 'next/dynamic';
import { type CountedOn, eventsHref } from '#client/overview/events-href';
import { type StackedBars, type StackedTypes, stackedBars } from '#client/overview/stacked-bars';
import { OTHER_SLOT } from '#client/playhead-categories';
import { barsWords } from '#client/search/bar-words';
import { useZone } from '#client/zone';
import { Disclosure } from '#components/ui/disclosure';
import { PageSection } from '#components/ui/document-page';
import { Link } from '#components/ui/link';
import { TypeMark } from '#components/ui/type-mark';
import type { OverviewAnswer } from '#wire';
import { OverTimeTable } from './over-time-table.tsx';
import { TypeName } from './type-name.tsx';

/** The library of charts comes behind the first picture; its place is kept. */
const OverTimeChart = dynamic(() => import('./over-time-chart.tsx').then((loaded) => loaded.OverTimeChart), {
  ssr: false,
  loading: () => <div className="h-[232px]" />,
});

/** Events over time, stacked by type: a chart, its legend, and the same as a table. Each number leads to its events. */
export function OverTime({ overview, on }: { overview: OverviewAnswer; on: CountedOn }) {
  const zone = useZone();
  const drawn = stackedBars(overview, zone);
  const { types } = overview.overTime;
  return (
    <PageSection
      id="over-time"
      title="Events over time"
      aside={
        drawn === null ? null : (
          <span className="text-ink-3">
            each bar is {barsWords(drawn, zone)}; press a part of it for its events
          </span>
        )
      }
    >
      {drawn === null ? null : (
        <div className="border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
          <div className="grid lg:grid-cols-[minmax(0,1fr)_280px]">
            <div className="min-w-0 px-2 pt-3 pb-1 sm:px-3">
              <OverTimeChart {...{ drawn, types, on }} />
            </div>
            <Legend types={types} on={on} />
          </div>
          <TableBeside {...{ drawn, types, on }} />
        </div>
      )}
    </PageSection>
  );
}

function Legend({ types, on }: { types: StackedTypes; on: CountedOn }) {
  return (
    <ul
      aria-label="Event types"
      className="border-line py-2 max-lg:grid max-lg:grid-cols-[repeat(auto-fill,minmax(220px,1fr))] max-lg:border-t lg:border-l"
    >
      {types.map(({ type, types: count, events, q }, slot) => (
        <li key={type ?? ''}>
          <Link
            href={eventsHref(on, q)}
            className="flex min-h-7 items-center gap-2 px-4 outline-offset-[-2px] hover:bg-sunken"
          >
            <TypeMark slot={type === null ? OTHER_SLOT : slot} />
            <span className="min-w-0 flex-1 truncate">
              <TypeName type={type} types={count} />
            </span>
            <span className="font-mono text-ink-2 text-sm">{events.toLocaleString('en')}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function TableBeside(props: { drawn: StackedBars; types: StackedTypes; on: CountedOn }) {
  return (
    <Disclosure
      className="border-line border-t print:hidden"
      summaryClassName="min-h-8 px-4 text-ink-2 outline-offset-[-2px] hover:bg-sunken"
      summary="The same as a table"
    >
      <OverTimeTable {...props} />
    </Disclosure>
  );
}
