'use client';

import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type KeyboardEvent, memo, type PointerEvent, useMemo, useSyncExternalStore } from 'react';
import { useKeyPlace } from '#client/commands/key-places';
import { offsetsOfDay } from '#client/day-offsets';
import { dayText, instantText } from '#client/instant-text';
import { OTHER_SLOT } from '#client/playhead-categories';
import { instantOf, versionAt, versionText } from '#client/playhead-words';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import type { Matched } from '#client/replay/use-matching';
import { useEventOrder } from '#client/use-event-order';
import { useZone } from '#client/zone';
import { IconButton } from '#components/ui/button';
import { showCutText } from '#components/ui/cut-text';
import { PaperNote } from '#components/ui/paper-note';
import { PartBoundary } from '#components/ui/part-boundary';
import { type EventFilter, isFiltering } from '#wire';
import { EventRow, OriginRow } from './event-row.tsx';
import { daysInZone, daysOf, daysOfPlaces, EventRows } from './event-rows.ts';
import { FilterButton } from './filter-button.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useListWindow } from './use-list-window.ts';

const FilterBar = dynamic(() => import('./filter-bar.tsx').then((loaded) => loaded.FilterBar));

export interface EventListProps {
  readonly replay: Replay;
  /** 0: before the first event. */
  readonly ordinal: number;
  readonly filter: EventFilter;
  /** What the filter lets through. */
  readonly matched: Matched;
  /** By ordinal, how many notes stand at an event; those without have no entry. */
  readonly noted: ReadonlyMap<number, number>;
  onFilter(filter: EventFilter): void;
  onSelect(ordinal: number): void;
  /** So many events later than where the playhead is. */
  onStep(by: number): void;
}

/**
 * All events of the stream, or those that a filter shows, the one under the playhead selected; choosing a row moves the playhead. Rows
 * are places: the first event that is shown, the second …
 */
export const EventList = memo(function EventList(props: EventListProps) {
  const { replay, ordinal, filter, matched, noted, onFilter, onSelect, onStep } = props;
  useKeyPlace('events');
  const { matching } = matched;
  const { order, choose: chooseOrder } = useEventOrder();
  const length = matching?.count ?? replay.length;
  const zone = useZone();
  const revision = useRevision(replay, zone !== 'UTC');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the timeline has been told is the trigger
  const rows = useMemo(() => {
    const days = zone === 'UTC' ? daysOf(replay.outline.segments) : daysInZone(replay.columns, zone);
    return new EventRows(length, order, matching === null ? days : daysOfPlaces(days, matching));
  }, [replay, matching, length, order, zone, revision]);
  const ordinalAt = (place: number) => matching?.at(place) ?? place;
  const placeOf = matching?.rank(ordinal) ?? ordinal;
  const isHidden = matching !== null && ordinal > 0 && !matching.has(ordinal);
  const window = useListWindow(rows, rows.indexOf(placeOf));
  const top = rows.rowAt(window.firstVisible);
  const drawn = window.runs.flatMap((run) => run.rows);
  const peek = useEvents(
    replay,
    drawn.map((row) => (row > 0 ? ordinalAt(row) : 0)),
  );
  const onKeys = useListKeys({
    ends: [matching === null ? 0 : matching.at(1), ordinalAt(length)],
    order,
    onSelect,
    onStep,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    onKeys(event);
    // A key that leads to where the playhead is already brings it back into sight.
    if (event.defaultPrevented) window.reveal();
  };
  // Said to whoever points, and not written into every row with each move.
  const onPointerMove = (event: PointerEvent) => {
    showCutText(event);
    const time = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-time]') : null;
    const pointed = peek(ordinalOf(time?.closest('[role="option"]')?.id ?? ''));
    if (time !== null && pointed !== null) time.title = instantText(instantOf(pointed, replay.axis), zone);
  };
  const rowOf = (row: number) => {
    if (row < 0) {
      return (
        // The line above the list says the day of what stands at its top; the heading there would say it once more.
        <div
          key={`day ${row}`}
          role="presentation"
          className={`${DAY} ${row === top ? 'invisible print:visible' : ''}`}
        >
          <DayWords day={rows.dayOf(-row)} />
        </div>
      );
    }
    const at = ordinalAt(row);
    const place = { id: optionId(at), selected: at === ordinal, onSelect, size: length + 1 };
    if (row === 0) return <OriginRow key="origin" {...place} />;
    const position = order === 'newest' ? length + 1 - row : row + 1;
    const digits = String(replay.length).length;
    const event = peek(at);
    const version = event?.version ?? versionAt(replay, at);
    const hidden = matching === null ? 0 : at - matching.at(row - 1) - 1;
    const later = matching === null || row < length ? 0 : replay.length - at;
    const slot = event === null ? OTHER_SLOT : replay.slotOf(event.type);
    return (
      <EventRow
        key={window.keyOf(row)}
        {...place}
        {...{ ordinal: at, hidden, later, version, event, axis: replay.axis, slot, position, digits }}
        notes={noted.get(at) ?? 0}
      />
    );
  };
  return (
    <>
      <div className="flex h-10 flex-none items-center gap-2 border-line border-b pr-2 pl-3">
        <h2 className="font-semibold">Events</h2>
        <span className="text-ink-3">{replay.length.toLocaleString('en')}</span>
        <span className="flex-1" />
        <FilterButton {...{ replay, filter, matched, onFilter }} />
        <IconButton
          label={order === 'newest' ? 'Newest first. Show oldest first' : 'Oldest first. Show newest first'}
          onClick={() => chooseOrder(order === 'newest' ? 'oldest' : 'newest')}
        >
          {order === 'newest' ? (
            <ArrowDownWideNarrow aria-hidden size={15} />
          ) : (
            <ArrowUpNarrowWide aria-hidden size={15} />
          )}
        </IconButton>
      </div>
      <PartBoundary>
        {isFiltering(filter) ? (
          <FilterBar
            {...{ filter, matched, onFilter }}
            selected={
              isHidden
                ? `Event ${versionText(replay, ordinal)} is selected, and hidden by this filter.`
                : null
            }
          />
        ) : null}
      </PartBoundary>
      <DayLine day={rows.dayAt(window.firstVisible)} look="print:hidden" />
      <DayLine day={rows.dayAt(rows.indexOf(Math.abs(drawn[0] ?? 0)))} look="hidden print:flex" />
      <PaperNote drawn={drawn.filter((row) => row > 0).length} all={length} noun="events" />
      <div
        ref={window.scroller}
        role="listbox"
        aria-label="Events"
        tabIndex={0}
        aria-activedescendant={isHidden ? undefined : optionId(ordinal)}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain contain-content outline-offset-[-2px]"
      >
        <div
          role="presentation"
          className="windowed relative overflow-hidden"
          style={{ height: window.total }}
        >
          {window.runs.map((run) => (
            // One place for a run of rows: each of its own would have to be placed, styled and composed by itself.
            <div
              key={run.rows.length > 1 ? 'run' : 'far'}
              role="presentation"
              style={{ transform: `translateY(${run.start}px)` }}
              className="absolute inset-x-0 top-0"
            >
              {run.rows.map(rowOf)}
            </div>
          ))}
        </div>
      </div>
    </>
  );
});

/** How much of the timeline has been told; it stays 0 for whoever does not look. */
function useRevision(replay: Replay, looks: boolean): number {
  const known = () => (looks ? replay.columns.revision : 0);
  return useSyncExternalStore(replay.watch, known, known);
}

/** Which day the top of the list lies in, and in which zone all times are said; on paper the top is the first row drawn. */
function DayLine({ day, look }: { day: number | null; look: string }) {
  const zone = useZone();
  return (
    <p className={`${DAY} flex-none border-line border-b ${look}`} aria-hidden>
      <DayWords day={day} zone={zone.replaceAll('_', ' ')} />
    </p>
  );
}

/** The day, and how far the clock of the zone is ahead on it. */
function DayWords({ day, zone: name = '' }: { day: number | null; zone?: string }) {
  const zone = useZone();
  const offsets = day === null ? '' : offsetsOfDay(day, zone);
  return (
    <>
      <span className="flex-1 whitespace-nowrap">{dayName(day)}</span>
      <span className="min-w-0 truncate pl-2" title={`${name} ${offsets}`.trim()}>
        {name} {offsets}
      </span>
    </>
  );
}

function dayName(day: number | null): string {
  return day === null ? 'Before the first event' : dayText(BigInt(day) * MICROS_A_DAY);
}

const MICROS_A_DAY = 86_400_000_000n;

const DAY = 'flex h-7 items-center bg-surface px-3 font-medium text-ink-3 text-xs';

function optionId(ordinal: number): string {
  return `event-${ordinal}`;
}

/** The other way round. */
function ordinalOf(option: string): number {
  return Number(option.slice('event-'.length));
}
