import { type ReactNode, useSyncExternalStore } from 'react';
import { instantOfAsOf } from '#client/app-time-words';
import { SearchRefusal } from '#client/search/found-question';
import { useGoToEnd } from '#client/search/use-go-to-end';
import type { Wording } from '#client/wording/wording';
import { ColumnButton } from '#components/search/column-button';
import { ExportButton } from '#components/search/export-button';
import { LiveButton } from '#components/search/live-button';
import { ResultEmpty } from '#components/search/result-empty';
import { NoAnswer, TooSlow, Unreadable } from '#components/search/result-refused';
import { ResultTable } from '#components/search/result-table';
import { Unaskable } from '#components/search/result-unaskable';
import { SortSelect } from '#components/search/sort-select';
import { ZoneSelect } from '#components/shell/zone-select';
import { useLiveScreen } from './use-live-screen.ts';
import type { SearchScreen } from './use-search-screen.ts';

const TOO_SLOW = 'CS-322';
const WOULD_BE_SLOW = 'CS-324';

/** The table of what was found, or why there is none and what to do. */
export function EventsResult({
  screen,
  wordingOf,
  children,
  onOpen,
}: {
  screen: SearchScreen;
  wordingOf(entityType: string): Wording;
  /** Stands in the bar over the table. */
  children: ReactNode;
  onOpen(ordinal: number): void;
}) {
  const { view, change, columns, setSort } = screen;
  const { onTop, ...live } = useLiveScreen(screen);
  const { sort, direction } = view;
  return (
    <section aria-label="Events" className="flex min-w-0 flex-1 flex-col bg-surface">
      <div className="flex min-h-9 flex-none flex-wrap items-center gap-1 border-line border-b px-2 print:hidden">
        {children}
        <LiveButton {...live} />
        <span className="flex-1" />
        <ZoneSelect
          zone={view.zone}
          at={instantOfAsOf(view.asOf) ?? screen.clock.now}
          onZone={(zone) => change({ zone }, 'push')}
        />
        <SortSelect {...{ sort, direction }} onSort={setSort} />
        <ExportButton question={screen.question} summary={screen.found.summary} />
        <ColumnButton columns={columns} onColumns={(chosen) => change({ columns: chosen }, 'push')} />
      </div>
      <Result {...{ screen, wordingOf, onOpen, onTop }} />
    </section>
  );
}

function Result({
  screen,
  wordingOf,
  onOpen,
  onTop,
}: {
  screen: SearchScreen;
  wordingOf(entityType: string): Wording;
  onOpen(ordinal: number): void;
  onTop(isTop: boolean): void;
}) {
  const { view, read, rows, found, problem, clock, setText, lookAgain, waitForIt } = screen;
  const { namespace, text, axis, sort, direction, row } = view;
  const goToEnd = useGoToEnd(screen.question, screen.change);
  useSyncExternalStore(rows.subscribe, rows.revision, rows.revision);
  if (!read.ok) return <Unreadable suggestion={read.error.suggestion} onText={setText} />;
  if (problem !== null && rows.isEmpty) {
    const refusal = problem instanceof SearchRefusal ? problem : null;
    const less = { text, axis, clock, read: read.value, onText: setText };
    if (refusal?.code === TOO_SLOW) return <TooSlow {...less} why="givenUp" onGoOn={lookAgain} />;
    if (refusal?.code === WOULD_BE_SLOW) return <TooSlow {...less} why="notBegun" onGoOn={waitForIt} />;
    const place = refusal?.place ?? null;
    if (place === null)
      return <NoAnswer message={refusal === null ? problem.message : null} onTryAgain={lookAgain} />;
    const term = { start: place.at, end: place.end };
    return <Unaskable {...{ view, term }} read={read.value} onText={setText} />;
  }
  if (!rows.isEmpty && rows.end === rows.start && rows.beginsHere && rows.endsHere)
    return <ResultEmpty view={view} read={read.value} onText={setText} />;
  const { summary } = found;
  return (
    <ResultTable
      rows={rows}
      total={summary?.of === 'all' ? summary.events : null}
      columns={screen.columns}
      isLive={screen.isLive}
      onTop={onTop}
      named={screen.named}
      widths={view.widths}
      onWidths={screen.setWidths}
      {...{ sort, direction, row, namespace, wordingOf, onOpen }}
      time={view}
      actions={{ text, clock, onText: setText }}
      onSort={screen.setSort}
      onRow={screen.setRow}
      onEnd={goToEnd}
    />
  );
}
