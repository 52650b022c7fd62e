'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useKeyPlace } from '#client/commands/key-places';
import { useColumnWidths } from '#client/search/column-widths';
import type { FoundRows } from '#client/search/found-rows';
import { gridTemplate, leastWidth, usualWidths } from '#client/search/result-columns';
import { useNarrow } from '#client/use-narrow';
import type { Wording } from '#client/wording/wording';
import { useZone } from '#client/zone';
import { Button } from '#components/ui/button';
import { showCutText } from '#components/ui/cut-text';
import { Grid, GridRow, GridRows } from '#components/ui/grid-parts';
import { Menu } from '#components/ui/menu';
import { Notice } from '#components/ui/notice';
import { PaperNote } from '#components/ui/paper-note';
import type { PathPattern } from '#core';
import type { AppTime, ResultColumn, ResultSort, SearchView } from '#wire';
import look from './result.module.css';
import { type ResultActions, rowActions, valueActions, valueName } from './result-actions.ts';
import { ResultHeading } from './result-heading.tsx';
import { cellId, type ResultRowProps } from './result-row.tsx';
import { ResultRun } from './result-run.tsx';
import { useResultKeys } from './use-result-keys.ts';
import { useResultWindow } from './use-result-window.ts';

export interface ResultTableProps {
  readonly rows: FoundRows;
  /** How many events there are; null: it is not known. */
  readonly total: number | null;
  readonly columns: readonly ResultColumn[];
  /** Of those that the address makes wider or narrower. */
  readonly widths: SearchView['widths'];
  readonly sort: ResultSort;
  readonly direction: 'desc' | 'asc';
  /** The row that is selected, as its place. */
  readonly row: string | null;
  readonly namespace: string;
  /** Of the address: links go on in it. */
  readonly time: AppTime;
  /** Fields that the query speaks of; the same list as long as it is the same query. */
  readonly named: readonly PathPattern[];
  readonly actions: ResultActions;
  wordingOf(entityType: string): Wording;
  onSort(sort: ResultSort, direction: 'desc' | 'asc'): void;
  /** New rows come in front of the first one. */
  readonly isLive: boolean;
  /** Whether the first row is in sight. */
  onTop(isTop: boolean): void;
  onRow(row: string): void;
  onWidths(widths: SearchView['widths']): void;
  /** To the other end of all rows, of which this one may not be known. */
  onEnd(end: 'first' | 'last'): void;
  onOpen(ordinal: number): void;
}

/** Pixels, as in result.module.css. */
const ROW = 32;
const CARD = 56;
const HEAD = 32;

interface OpenMenu {
  readonly ordinal: number;
  readonly column: ResultColumn | null;
  readonly at: { readonly x: number; readonly y: number };
}

/** The events that were found, as far as they are in sight. */
export function ResultTable(props: ResultTableProps) {
  const { rows, total, columns, sort, direction, row, onSort, onRow, onEnd, onOpen, isLive, onTop } = props;
  useKeyPlace('table');
  const zone = useZone();
  const isNarrow = useNarrow();
  const [widths, setWidth] = useColumnWidths(usualWidths(zone), props.widths, props.onWidths);
  const [cell, setCell] = useState(0);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const selected = row === null ? null : rows.ordinalOf(row);
  const shown = { rowHeight: isNarrow ? CARD : ROW, headHeight: isNarrow ? 0 : HEAD, selected, isLive };
  const table = useResultWindow(rows, shown);
  const { scroller, first, page } = table;
  const active = Math.min(cell, columns.length - 1);
  const template = gridTemplate(columns, widths);
  const clock = sort === 'occurred' ? 'occurred' : 'recorded';
  const revision = rows.revision();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has come is a trigger too
  useEffect(() => rows.need(first - page, first + 2 * page), [rows, first, page, revision]);

  const isTop = first === rows.start;
  useEffect(() => onTop(isTop), [onTop, isTop]);

  const select = useCallback(
    (ordinal: number, chosen: number) => {
      setCell(chosen);
      const place = rows.choose(ordinal);
      if (place !== null) onRow(place);
    },
    [rows, onRow],
  );
  const walk = (to: number) => {
    const ordinal = Math.max(rows.start, Math.min(rows.end - 1, to));
    select(ordinal, active);
    table.reveal(ordinal);
  };
  const openMenu = useCallback(
    (ordinal: number, column: ResultColumn | null, at: OpenMenu['at']) => setMenu({ ordinal, column, at }),
    [],
  );
  const menuOfCell = () => {
    const box = selected === null ? null : document.getElementById(cellId(selected, active));
    const { left = 0, bottom = 0 } = box?.getBoundingClientRect() ?? {};
    if (selected !== null) openMenu(selected, columns[active] ?? null, { x: left, y: bottom });
  };
  const onKeyDown = useResultKeys({
    page,
    onStep: (by) => walk(selected === null ? first + (by > 0 ? 0 : page - 1) : selected + by),
    onEnd: (end) => {
      if (end === 'first' ? rows.beginsHere : rows.endsHere)
        walk(end === 'first' ? rows.start : rows.end - 1);
      else onEnd(end);
    },
    onCell: (by) => setCell(Math.max(0, Math.min(columns.length - 1, active + by))),
    onOpen: () => selected !== null && onOpen(selected),
    onMenu: menuOfCell,
  });
  // They stay as they are while rows run past below them.
  const headings = useMemo(
    () =>
      columns.map((column, nth) => (
        <ResultHeading
          key={column}
          width={widths[column]}
          onWidth={(width) => setWidth(column, width)}
          {...{ column, nth, sort, direction, zone, onSort }}
        />
      )),
    [columns, widths, setWidth, sort, direction, zone, onSort],
  );
  const placeOf = usePlaces(props);
  /** The index of row 0, counted from 1 and behind the headings; null: it is not known how many are in front of it. */
  const zeroth = rows.beginsHere ? 2 - rows.start : null;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <PaperNote
        drawn={table.runs.reduce((sum, { from, to }) => sum + to - from, 0)}
        all={total ?? rows.end}
        noun="events"
      />
      <Grid
        ref={scroller}
        id="found"
        aria-label="Events that were found"
        aria-rowcount={total === null ? -1 : total + 1}
        aria-colcount={columns.length + Number(isNarrow)}
        aria-busy={rows.isEmpty}
        aria-activedescendant={selected === null ? undefined : cellId(selected, active)}
        onKeyDown={onKeyDown}
        onPointerOver={showCutText}
        className={`${look.grid} min-h-0 flex-1 overflow-auto overscroll-contain outline-offset-[-2px]`}
      >
        <div role="presentation" style={isNarrow ? {} : { minWidth: leastWidth(columns, widths) }}>
          <GridRows className="sticky top-0 z-10">
            <GridRow
              aria-rowindex={1}
              style={{ ['--columns' as string]: template }}
              className={`${look.head} border-line border-b bg-surface text-ink-3 text-sm`}
            >
              {headings}
            </GridRow>
          </GridRows>
          <GridRows
            className={`windowed relative overflow-hidden ${look.rows}`}
            style={{ height: table.height }}
          >
            {table.runs.map(({ key, ...run }) => (
              <ResultRun
                key={key}
                onSelect={select}
                onMenu={openMenu}
                {...run}
                {...{
                  rows,
                  revision,
                  zeroth,
                  selected,
                  active,
                  placeOf,
                  columns,
                  template,
                  clock,
                  isNarrow,
                  onOpen,
                }}
              />
            ))}
          </GridRows>
        </div>
      </Grid>
      {rows.isEmpty ? (
        <p className="absolute top-12 left-3 text-ink-2 sm:left-4">Looking for events…</p>
      ) : null}
      {rows.problem === null || rows.isEmpty ? null : (
        <Notice kind="warning">
          Rows are missing. {rows.problem.message}{' '}
          <Button look="outlined" onClick={() => rows.tryAgain()}>
            Try again
          </Button>
        </Notice>
      )}
      {menu === null ? null : (
        <ValueMenu
          {...{ rows, menu }}
          actions={props.actions}
          onClose={(isDone) => {
            setMenu(null);
            if (isDone) scroller.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function ValueMenu({
  rows,
  menu: { ordinal, column, at },
  actions,
  onClose,
}: {
  rows: FoundRows;
  menu: OpenMenu;
  actions: ResultActions;
  onClose(isDone: boolean): void;
}) {
  const event = rows.at(ordinal);
  if (event === null) return null;
  const label = column === null ? 'This event' : valueName(column, event);
  const items = column === null ? rowActions(event, actions) : valueActions(column, event, actions);
  return <Menu label={label} head={label} at={at} items={items} onClose={onClose} />;
}

/** One object by entity type, so that rows that say the same are not drawn again. */
function usePlaces({ namespace, time, named, wordingOf }: ResultTableProps) {
  // The time is another object whenever the address is read anew.
  const { asOf, axis, zone } = time;
  return useMemo(() => {
    const places = new Map<string, ResultRowProps['place']>();
    return (entityType: string): ResultRowProps['place'] => {
      const place = places.get(entityType) ?? {
        ...{ namespace, named, time: { asOf, axis, zone } },
        wording: wordingOf(entityType),
      };
      places.set(entityType, place);
      return place;
    };
  }, [namespace, asOf, axis, zone, named, wordingOf]);
}
