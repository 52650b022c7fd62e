'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useEvents } from '#client/replay/use-events';
import { useWording } from '#client/wording/use-wording';
import { Grid, GridHeading, GridRow, GridRows } from '#components/ui/grid-parts';
import { PaperNote } from '#components/ui/paper-note';
import { ChangeStrip } from './change-strip.tsx';
import styles from './diff.module.css';
import { LookBar } from './look-bar.tsx';
import { entryAt, type LookProps } from './look-props.ts';
import { type EntryRow, type SortBy, type Sorting, sortEntries } from './sort-entries.ts';
import { TableRow } from './table-row.tsx';
import { useChangeList } from './use-change-list.ts';

const BY_PATH: Sorting = { by: 'path', descending: false };
const COLUMNS = ['path', 'Before', 'After', 'event', 'Actor', 'When'] as const;

/** One row a change: where, before, after, and the event that made it; cards where there is no room for columns. */
export function TableLook(props: LookProps) {
  const { replay, tree, step, onGo, onIgnore } = props;
  const name = useId();
  const [sorting, setSorting] = useState(BY_PATH);
  const [active, setActive] = useState<string | null>(null);
  const rows = useMemo(() => sortEntries(tree.shown, sorting), [tree, sorting]);
  const stops = useMemo(() => rows.map((_, index) => index), [rows]);
  const onKey = (event: KeyboardEvent, { entry }: EntryRow) => {
    const key = event.key.toLowerCase();
    const ordinal = event.shiftKey ? entry.setBefore : entry.setAfter;
    if (key === 'enter' && ordinal !== null) onGo(ordinal);
    else if (key === 'i') onIgnore(entry.path);
    else if (key === 'escape') setActive(null);
    else return false;
    return true;
  };
  const { onNextLook } = props;
  const list = useChangeList({
    rows,
    stops,
    active,
    onActive: setActive,
    estimate: () => 44,
    step,
    onKey,
    onNextLook,
  });
  const items = list.virtualizer.getVirtualItems();
  const peek = useEvents(
    replay,
    items.flatMap(({ index }) => {
      const entry = rows[index]?.entry;
      return [entry?.setBefore ?? 0, entry?.setAfter ?? 0];
    }),
  );
  const chosen = active === null ? null : entryAt(tree.shown, active.slice('node '.length));
  const sortBy = (by: SortBy) => setSorting({ by, descending: sorting.by === by && !sorting.descending });
  return (
    <>
      <LookBar
        lookSwitch={props.lookSwitch}
        onIgnoreOrder={tree.reorders ? props.onIgnoreOrder : null}
        place={list.place}
        count={rows.length}
        onStep={(by) => step.current(by)}
        showsAll={null}
        onShowAll={ignore}
      >
        <span className="basis-full text-ink-3 @3xl:hidden">
          Order:{' '}
          {(['path', 'event'] as const).map((by) => (
            <SortButton key={by} by={by} sorting={sorting} onSort={sortBy} />
          ))}
        </span>
      </LookBar>
      <PaperNote drawn={items.length} all={rows.length} noun="changes" />
      <Grid
        ref={list.scroller}
        aria-label="Changes"
        aria-rowcount={rows.length + 1}
        aria-description="J and K go from change to change, Enter to the event that set the value, I ignores a field."
        aria-activedescendant={list.activeIndex === -1 ? undefined : `${name}-${list.activeIndex}`}
        onKeyDown={list.onKeyDown}
        className="min-h-36 flex-1 overflow-y-auto overscroll-contain outline-offset-[-2px]"
      >
        <GridRow
          aria-rowindex={1}
          className={`sticky top-0 z-10 border-line border-b bg-surface px-3 text-ink-3 text-sm ${styles.heading} ${styles.columns}`}
        >
          {COLUMNS.map((column) => (
            <GridHeading
              key={column}
              aria-sort={sortOf(column, sorting)}
              className="flex min-h-8 items-center"
            >
              {column === 'path' || column === 'event' ? (
                <SortButton by={column} sorting={sorting} onSort={sortBy} />
              ) : (
                column
              )}
            </GridHeading>
          ))}
        </GridRow>
        <GridRows className="windowed relative" style={{ height: list.virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={item.key}
                ref={list.virtualizer.measureElement}
                data-index={item.index}
                role="presentation"
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <TableRow
                  {...{ replay, onGo }}
                  id={`${name}-${item.index}`}
                  place={item.index + 2}
                  row={row}
                  active={item.index === list.activeIndex}
                  setBefore={peek(row.entry.setBefore ?? 0)}
                  setAfter={peek(row.entry.setAfter ?? 0)}
                  onActive={setActive}
                />
              </div>
            );
          })}
        </GridRows>
      </Grid>
      {chosen === null ? null : (
        <ChangeStrip {...{ replay, onGo, onIgnore }} entry={chosen} onClose={() => setActive(null)} />
      )}
    </>
  );
}

function SortButton({ by, sorting, onSort }: { by: SortBy; sorting: Sorting; onSort(by: SortBy): void }) {
  const { face } = useWording();
  const isChosen = sorting.by === by;
  // Who does not read paths reads names of fields.
  const name = by === 'event' ? 'Event' : face === 'auditor' ? 'Field' : 'Path';
  const Arrow = isChosen && sorting.descending ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      title={`Order by ${name.toLowerCase()}`}
      onClick={() => onSort(by)}
      className="-ml-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 hover:text-ink aria-pressed:text-ink"
    >
      {name}
      <Arrow aria-hidden size={12} className={isChosen ? '' : 'invisible'} />
    </button>
  );
}

function sortOf(column: string, { by, descending }: Sorting): 'ascending' | 'descending' | undefined {
  if (column !== by) return undefined;
  return descending ? 'descending' : 'ascending';
}

const ignore = () => undefined;
