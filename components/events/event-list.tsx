'use client';

import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react';
import { type KeyboardEvent, memo, useMemo, useState } from 'react';
import { dayText } from '#client/instant-text';
import { OTHER_SLOT } from '#client/playhead-categories';
import { versionAt } from '#client/playhead-words';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import { IconButton } from '#components/ui/button';
import { showCutText } from '#components/ui/cut-text';
import { PaperNote } from '#components/ui/paper-note';
import { EventRow, OriginRow } from './event-row.tsx';
import { daysOf, type EventOrder, EventRows } from './event-rows.ts';
import { useListKeys } from './use-list-keys.ts';
import { useListWindow } from './use-list-window.ts';

export interface EventListProps {
  readonly replay: Replay;
  /** 0: before the first event. */
  readonly ordinal: number;
  onSelect(ordinal: number): void;
  /** So many events later than where the playhead is. */
  onStep(by: number): void;
}

/** All events of the stream, the one under the playhead selected; choosing a row moves the playhead. */
export const EventList = memo(function EventList({ replay, ordinal, onSelect, onStep }: EventListProps) {
  const [order, setOrder] = useState<EventOrder>('newest');
  const { length } = replay;
  const rows = useMemo(
    () => new EventRows(length, order, daysOf(replay.outline.segments)),
    [replay, length, order],
  );
  const window = useListWindow(rows, rows.indexOf(ordinal));
  const drawn = window.runs.flatMap((run) => run.rows);
  const peek = useEvents(replay, drawn);
  const onKeys = useListKeys({ length, order, onSelect, onStep });
  const onKeyDown = (event: KeyboardEvent) => {
    onKeys(event);
    // A key that leads to where the playhead is already brings it back into sight.
    if (event.defaultPrevented) window.reveal();
  };
  const rowOf = (row: number) => {
    if (row < 0) {
      return (
        <div key={`day ${row}`} role="presentation" className={DAY}>
          {dayName(rows.dayOf(-row))}
        </div>
      );
    }
    const place = { id: optionId(row), selected: row === ordinal, onSelect, size: length + 1 };
    if (row === 0) return <OriginRow key="origin" {...place} />;
    const position = order === 'newest' ? length + 1 - row : row + 1;
    const digits = String(length).length;
    const event = peek(row);
    const version = event?.version ?? versionAt(replay, row);
    const slot = event === null ? OTHER_SLOT : replay.slotOf(event.type);
    return (
      <EventRow
        // Elements are filled anew as the list moves on, which is cheaper than making others.
        key={row % window.capacity}
        {...place}
        {...{ ordinal: row, version, event, axis: replay.axis, slot, position, digits }}
      />
    );
  };
  return (
    <>
      <div className="flex h-10 flex-none items-center gap-2 border-line border-b pr-2 pl-3">
        <h2 className="font-semibold">Events</h2>
        <span className="text-ink-3">{length.toLocaleString('en')}</span>
        <span className="flex-1" />
        <IconButton
          label={order === 'newest' ? 'Newest first. Show oldest first' : 'Oldest first. Show newest first'}
          onClick={() => setOrder(order === 'newest' ? 'oldest' : 'newest')}
        >
          {order === 'newest' ? (
            <ArrowDownWideNarrow aria-hidden size={15} />
          ) : (
            <ArrowUpNarrowWide aria-hidden size={15} />
          )}
        </IconButton>
      </div>
      <DayLine day={rows.dayAt(window.firstVisible)} look="print:hidden" />
      <DayLine day={rows.dayAt(rows.indexOf(Math.abs(drawn[0] ?? 0)))} look="hidden print:flex" />
      <PaperNote drawn={drawn.filter((row) => row > 0).length} all={length} noun="events" />
      <div
        ref={window.scroller}
        role="listbox"
        aria-label="Events"
        tabIndex={0}
        aria-activedescendant={optionId(ordinal)}
        onKeyDown={onKeyDown}
        onPointerOver={showCutText}
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

/** Which day the top of the list lies in, and in which zone all times are said; on paper the top is the first row drawn. */
function DayLine({ day, look }: { day: number | null; look: string }) {
  return (
    <p className={`${DAY} flex-none border-line border-b ${look}`} aria-hidden>
      <span className="flex-1">{dayName(day)}</span>
      <span>UTC</span>
    </p>
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
