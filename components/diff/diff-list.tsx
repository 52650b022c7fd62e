'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { instantText } from '#client/instant-text';
import { pointerWords, stepText } from '#client/pointer-words';
import type { ListedEvent } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import { PaperNote } from '#components/ui/paper-note';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import type { DiffEntry } from '#core';
import type { DiffRow } from './diff-groups.ts';
import { DiffValues } from './diff-values.tsx';

const GROUP_HEIGHT = 32;
const ENTRY_HEIGHT = 48;

/** The fields that differ, under their containers. */
export function DiffList({
  rows,
  replay,
  onGo,
}: {
  rows: readonly DiffRow[];
  replay: Replay;
  onGo(ordinal: number): void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? GROUP_HEIGHT : ENTRY_HEIGHT),
    getItemKey: (index) => keyOf(rows[index]),
    overscan: 12,
    initialRect: { width: 600, height: 960 },
  });
  const items = virtualizer.getVirtualItems();
  const setters = items.map(({ index }) => setterOf(rows[index]));
  const peek = useEvents(replay, setters);
  return (
    <>
      <PaperNote drawn={items.length} all={rows.length} noun="lines" />
      <section
        ref={scroller}
        aria-label="Changed fields"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto contain-content outline-offset-[-2px]"
      >
        <ul className="windowed relative" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.kind === 'group' ? (
                  <GroupHeading path={row.path} count={row.count} />
                ) : (
                  <Entry entry={row.entry} name={row.name} setter={peek(row.entry.ordinal)} onGo={onGo} />
                )}
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}

function GroupHeading({ path, count }: { path: string; count: number }) {
  return (
    <h3 className="flex min-h-8 items-center gap-2 border-line border-b bg-sunken px-3 font-mono text-sm [overflow-wrap:anywhere]">
      <VisibleText text={pointerWords(path)} />
      <span className="font-text text-ink-3">{count}</span>
    </h3>
  );
}

/** A field: its name and who set it on one line, its values below, so that long ones have the whole width. */
function Entry({
  entry,
  name,
  setter,
  onGo,
}: {
  entry: DiffEntry;
  name: string;
  setter: ListedEvent | null;
  onGo(ordinal: number): void;
}) {
  return (
    <div data-path={entry.path} className="border-line border-b px-3 py-1.5">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span
          className="min-w-0 font-mono text-sm [overflow-wrap:anywhere]"
          title={visibleString(entry.path)}
        >
          {entry.path === '' ? 'the whole value' : <VisibleText text={stepText(name)} />}
        </span>
        <span className="flex-1" />
        <SetBy event={setter} onGo={onGo} />
      </div>
      <DiffValues before={entry.before} after={entry.after} />
    </div>
  );
}

/** null: before the first event, or not come yet. */
function SetBy({ event, onGo }: { event: ListedEvent | null; onGo(ordinal: number): void }) {
  if (event === null) return <span className="min-h-6" />;
  const actor = event.actor === null ? '' : ` · ${event.actor}`;
  return (
    <button
      type="button"
      onClick={() => onGo(event.ordinal)}
      title={`Last set by event ${event.version}, ${instantText(event.recordedAt)}. Click to go there.`}
      className="min-h-6 min-w-0 max-w-full truncate text-left text-ink-3 text-sm hover:text-ink hover:underline"
    >
      <span className="font-mono">{event.version}</span> <VisibleText text={`${event.type}${actor}`} />
    </button>
  );
}

function keyOf(row: DiffRow | undefined): string {
  if (row === undefined) return '';
  return row.kind === 'group' ? `group ${row.path}` : `entry ${row.entry.path}`;
}

const setterOf = (row: DiffRow | undefined): number => (row?.kind === 'entry' ? row.entry.ordinal : 0);
