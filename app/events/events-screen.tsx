'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { keptOf, type PageTime } from '#client/page-time';
import { type LabelsByType, useWordings } from '#client/wording/use-wordings';
import { ZoneContext } from '#client/zone';
import { Facets } from '#components/search/facets';
import { Histogram } from '#components/search/histogram';
import { HistogramMoves } from '#components/search/histogram-moves';
import { QueryBar } from '#components/search/query-bar';
import { eventHref } from '#components/search/result-cell';
import { ResultLine } from '#components/search/result-line';
import { SavedViews } from '#components/search/saved-views';
import { AppHeader } from '#components/shell/app-header';
import { TimeSign } from '#components/shell/time-sign';
import { WithLabels } from '#components/ui/names';
import { asksForOwn } from '#core';
import { parseSearchView, type SearchView, writeSearchView } from '#wire';
import { ScreenNotices } from '../entities/[type]/[id]/screen-notices.tsx';
import { EventsResult } from './events-result.tsx';
import { FacetsDrawer } from './facets-drawer.tsx';
import type { FirstFound } from './first-found.ts';
import { useEventsCommands } from './use-events-commands.ts';
import { useSearchScreen } from './use-search-screen.ts';

export interface EventsScreenProps {
  /** Query the page was asked with. */
  readonly search: string;
  /** The moment that the page was asked with is none of this store: it shows now. */
  readonly refused: PageTime['refused'];
  readonly namespaces: readonly string[];
  readonly labels: LabelsByType;
  readonly first: FirstFound;
  /** When the server read it, in microseconds since 1970. */
  readonly now: bigint;
}

/** All events of a namespace: what is asked of them, when they were, what they have in common, and each of them. */
export function EventsScreen({ search, refused, namespaces, labels, first, now }: EventsScreenProps) {
  const screen = useSearchScreen(search, refused, first, now);
  const { view, change, zone, found, setText, setTimes, rows } = screen;
  const { namespace, text, axis } = view;
  const wordingOf = useWordings(labels);
  const router = useRouter();
  const open = useCallback(
    (ordinal: number) => {
      const event = rows.at(ordinal);
      const place = rows.choose(ordinal);
      if (event === null || place === null) return;
      // The way back leads to this row, also where the address is still to be written.
      window.history.replaceState(null, '', `?${writeSearchView({ ...view, row: place })}`);
      router.push(eventHref(event, { namespace, time: view }));
    },
    [rows, view, namespace, router],
  );
  useEventsCommands(view, change);
  const { refusedTime } = screen;
  const time = useMemo(() => timeOf(view, refusedTime), [view, refusedTime]);
  const facets = {
    summary: found.summary,
    waiting: found.isWaiting,
    namespace,
    zone,
    text,
    asOf: screen.question.asOf,
    onText: setText,
  };
  // What is saved is a question, and no place in its answer.
  const saved = useMemo(() => writeSearchView({ ...view, row: null }).toString(), [view]);
  const { refusal } = screen;
  // What is counted anew while events are followed has nothing to do with these.
  const header = useMemo(
    () => (
      <>
        <AppHeader namespace={namespace} namespaces={namespaces} section="events" time={time} />
        <TimeSign page={time} />
      </>
    ),
    [namespace, namespaces, time],
  );
  const bar = useMemo(
    () => <QueryBar {...{ namespace, zone, text, refusal }} onText={setText} />,
    [namespace, zone, text, refusal, setText],
  );
  return (
    <WithLabels labels={labels}>
      <ZoneContext value={zone}>
        <div className="entity-screen flex h-dvh flex-col overflow-y-auto overflow-x-hidden">
          {header}
          <ScreenNotices
            problems={[]}
            ignored={screen.ignored}
            axisReason={null}
            upTo={null}
            onAll={() => undefined}
          />
          <main id="content" className="flex min-h-[560px] flex-1 flex-col">
            <h1 className="sr-only">Events</h1>
            <div className="flex flex-none flex-wrap items-start gap-2 px-3 pt-3 pb-1 sm:px-4">
              <div className="min-w-0 flex-1 basis-64">{bar}</div>
              {/* As high as the bar, which can grow. */}
              <div className="flex h-[38px] items-center">
                <SavedViews
                  search={saved}
                  onOpen={(query) => change(parseSearchView(new URLSearchParams(query)).view, 'push')}
                />
              </div>
            </div>
            {screen.read.ok ? (
              <>
                <ResultLine
                  found={found}
                  time={time.time}
                  shownTo={rows.searchedTo}
                  hasOwn={asksForOwn(screen.read.value.query)}
                  sort={view.sort}
                  direction={view.direction}
                  onLookAgain={screen.lookAgain}
                />
                <Histogram
                  summary={found.summary}
                  isOld={found.isOld}
                  isFailed={found.problem !== null}
                  times={screen.times}
                  onTimes={setTimes}
                >
                  <HistogramMoves
                    times={screen.times}
                    axis={axis}
                    onTimes={setTimes}
                    onAxis={screen.setAxis}
                  />
                </Histogram>
              </>
            ) : null}
            <div className="flex min-h-80 flex-1">
              <aside
                aria-label="What the events have in common"
                className="w-64 flex-none overflow-y-auto border-line border-r bg-surface px-4 py-3 max-lg:hidden print:hidden"
              >
                <a
                  href="#found"
                  className="sr-only rounded-md bg-now px-2 py-1 text-now-ink focus:not-sr-only focus:mb-3 focus:block"
                >
                  Skip to the events
                </a>
                <Facets {...facets} />
              </aside>
              <EventsResult screen={screen} wordingOf={wordingOf} onOpen={open}>
                <FacetsDrawer>
                  <Facets {...facets} />
                </FacetsDrawer>
              </EventsResult>
            </div>
          </main>
        </div>
      </ZoneContext>
    </WithLabels>
  );
}

/** Where the page stands in time; another moment has no place in the list of this one. */
function timeOf(view: SearchView, refused: PageTime['refused']): PageTime {
  const { asOf, axis, zone } = view;
  const kept = keptOf(writeSearchView({ ...view, row: null }));
  return { time: { asOf, axis, zone }, path: '/events', kept, refused };
}
