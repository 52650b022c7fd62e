'use client';

import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { dayText } from '#client/instant-text';
import { columnsOf } from '#client/playhead-columns';
import { IconButton } from '#components/ui/button';
import { PaperNote } from '#components/ui/paper-note';
import type { History } from '#core';
import { lateVersions } from './event-marks.ts';
import { EventRow, OriginRow } from './event-row.tsx';
import { dayOrdinalAt, type EventOrder, eventRows, instantOn } from './event-rows.ts';
import { useListKeys } from './use-list-keys.ts';
import { useListWindow } from './use-list-window.ts';

export interface EventListProps {
  readonly history: History;
  /** 0: before the first event. */
  readonly ordinal: number;
  onSelect(ordinal: number): void;
}

/** All events of the stream, the one under the playhead selected; choosing a row moves the playhead. */
export const EventList = memo(function EventList({ history, ordinal, onSelect }: EventListProps) {
  const [order, setOrder] = useState<EventOrder>('newest');
  const { rows, indexOf } = useMemo(() => eventRows(history, order), [history, order]);
  const late = useMemo(() => lateVersions(history), [history]);
  const columns = useMemo(() => columnsOf(history), [history]);
  const window = useListWindow(rows, indexOf[ordinal] ?? 0);
  const onKeyDown = useListKeys({ history, ordinal, order, onSelect });
  const dayAt = (index: number): bigint | null => {
    const day = dayOrdinalAt(rows, index) ?? (order === 'newest' ? history.length || null : null);
    return day === null ? null : instantOn(history.event(day), history.axis);
  };
  return (
    <>
      <div className="flex h-10 flex-none items-center gap-2 border-line border-b pr-2 pl-3">
        <h2 className="font-semibold">Events</h2>
        <span className="text-ink-3">{history.length.toLocaleString('en')}</span>
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
      <DayLine micros={dayAt(window.firstVisible)} look="print:hidden" />
      <DayLine micros={dayAt(window.items[0]?.index ?? 0)} look="hidden print:flex" />
      <PaperNote
        drawn={window.items.filter(({ index }) => (rows[index] ?? 0) > 0).length}
        all={history.length}
        noun="events"
      />
      <div
        ref={window.scroller}
        role="listbox"
        aria-label="Events"
        tabIndex={0}
        aria-activedescendant={optionId(ordinal)}
        onKeyDown={onKeyDown}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain outline-offset-[-2px]"
      >
        <div role="presentation" className="windowed relative" style={{ height: window.total }}>
          {window.items.map((item) => {
            const row = rows[item.index] ?? 0;
            const style = { transform: `translateY(${item.start}px)`, height: item.size };
            if (row < 0) {
              const micros = instantOn(history.event(-row), history.axis);
              return (
                <div
                  key={`day ${row}`}
                  role="presentation"
                  style={style}
                  className={`${DAY} absolute inset-x-0 top-0`}
                >
                  {dayText(micros)}
                </div>
              );
            }
            const place = { id: optionId(row), selected: row === ordinal, style, onSelect };
            if (row === 0) return <OriginRow key={0} {...place} size={history.length + 1} />;
            const event = history.event(row);
            return (
              <EventRow
                key={row}
                {...place}
                event={event}
                axis={history.axis}
                slot={columns.slot[row - 1] ?? 0}
                late={late[event.version - 1] === 1}
                size={history.length + 1}
                position={order === 'newest' ? history.length + 1 - row : row + 1}
                digits={String(history.length).length}
              />
            );
          })}
        </div>
      </div>
    </>
  );
});

/** Which day the top of the list lies in, and in which zone all times are said; on paper the top is the first row drawn. */
function DayLine({ micros, look }: { micros: bigint | null; look: string }) {
  return (
    <p className={`${DAY} flex-none border-line border-b ${look}`} aria-hidden>
      <span className="flex-1">{micros === null ? 'Before the first event' : dayText(micros)}</span>
      <span>UTC</span>
    </p>
  );
}

const DAY = 'flex h-7 items-center bg-surface px-3 font-medium text-ink-3 text-xs';

function optionId(ordinal: number): string {
  return `event-${ordinal}`;
}
