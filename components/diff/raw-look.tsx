'use client';

import { type KeyboardEvent, useCallback, useId, useMemo, useState } from 'react';
import { countText } from '#client/playhead-words';
import { CopyButton } from '#components/ui/copy-button';
import { Grid, GridCell, GridRow, GridRows } from '#components/ui/grid-parts';
import { PaperNote } from '#components/ui/paper-note';
import { GapRowView, REVEALED_AT_ONCE } from './gap-row-view.tsx';
import { LookBar } from './look-bar.tsx';
import type { LookProps } from './look-props.ts';
import { OverviewRail } from './overview-rail.tsx';
import { rawChanges } from './raw-changes.ts';
import { RawLineView } from './raw-line-view.tsx';
import { type RawRow, rawDiff, rawRows } from './raw-rows.ts';
import { useChangeList } from './use-change-list.ts';
import { useFolding } from './use-folding.ts';

/** Both states as canonical JSON, line by line, with exact numbers. It leaves nothing out, whatever the rules say. */
export function RawLook(props: LookProps & { readonly hasRules: boolean }) {
  const { comparison, folding, step, hasRules } = props;
  const name = useId();
  const [active, setActive] = useState<string | null>(null);
  const fold = useFolding(props.onFolding);
  const diff = useMemo(() => rawDiff(comparison), [comparison]);
  const rows = useMemo(() => rawRows(diff, folding), [diff, folding]);
  const stops = useMemo(
    () => rows.flatMap((row, index) => (row.kind !== 'gap' && row.isFirst ? [index] : [])),
    [rows],
  );
  const changes = useMemo(() => rawChanges(diff), [diff]);
  const onKey = (event: KeyboardEvent, row: RawRow) => {
    const key = event.key.toLowerCase();
    if (key === 'escape') setActive(null);
    else if (row.kind !== 'gap') return false;
    else if (key === 'enter') fold.reveal(row.key, row.revealed + REVEALED_AT_ONCE);
    else if (key === 'arrowright') fold.reveal(row.key, row.revealed + row.left);
    else if (key === 'arrowleft') fold.reveal(row.key, 0);
    else return false;
    return true;
  };
  const { onNextLook } = props;
  const list = useChangeList({
    rows,
    stops,
    active,
    onActive: setActive,
    estimate: heightOf,
    step,
    onKey,
    onNextLook,
  });
  const pick = useCallback(
    (line: number) => {
      const distance = (stop: number) => Math.abs(lineOf(rows[stop]) - line);
      const nearest = stops.reduce(
        (best, stop) => (distance(stop) < distance(best) ? stop : best),
        stops[0] ?? 0,
      );
      list.go(nearest);
    },
    [rows, stops, list.go],
  );
  const items = list.virtualizer.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = list.virtualizer.range ?? {};
  const digits = String(Math.max(diff.before.length, diff.after.length)).length;
  return (
    <>
      <LookBar
        lookSwitch={props.lookSwitch}
        onIgnoreOrder={null}
        place={list.place}
        count={stops.length}
        onStep={(by) => step.current(by)}
        showsAll={folding.showsAll}
        onShowAll={fold.toggleAll}
      >
        <span className="flex basis-full flex-wrap items-center gap-x-2 text-ink-3 @3xl:-order-1 @3xl:basis-auto @3xl:pl-2">
          <span>{hasRules ? 'Text is shown in whole: no rule applies here.' : 'Canonical JSON'}</span>
          <CopyButton text={() => diff.before.join('\n')} title="Copy the text of A">
            A
          </CopyButton>
          <CopyButton text={() => diff.after.join('\n')} title="Copy the text of B">
            B
          </CopyButton>
        </span>
      </LookBar>
      <PaperNote drawn={items.length} all={rows.length} noun="lines" />
      <div className="flex min-h-36 flex-1">
        <Grid
          ref={list.scroller}
          aria-label="Text of both states"
          aria-rowcount={rows.length}
          aria-description="J and K go from change to change."
          aria-activedescendant={list.activeIndex === -1 ? undefined : `${name}-${list.activeIndex}`}
          onKeyDown={list.onKeyDown}
          className="min-h-0 min-w-0 flex-1 overflow-y-auto overscroll-contain font-mono text-sm outline-offset-[-2px] contain-content"
        >
          <GridRows className="windowed relative" style={{ height: list.virtualizer.getTotalSize() }}>
            {items.map((item) => {
              const row = rows[item.index];
              if (row === undefined) return null;
              const isActive = active === row.key;
              return (
                <GridRow
                  key={item.key}
                  id={`${name}-${item.index}`}
                  ref={list.virtualizer.measureElement}
                  data-index={item.index}
                  aria-rowindex={item.index + 1}
                  aria-selected={isActive}
                  onClick={() => setActive(row.key)}
                  className={`absolute inset-x-0 top-0 ${isActive ? 'outline outline-2 outline-ink-3 -outline-offset-2' : ''}`}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  {row.kind === 'gap' ? (
                    <GridCell>
                      <GapRowView
                        text={gapText(row.left)}
                        level={1}
                        left={row.left}
                        revealed={row.revealed}
                        onReveal={(count) => fold.reveal(row.key, count)}
                      />
                    </GridCell>
                  ) : (
                    <RawLineView line={row} digits={digits} />
                  )}
                </GridRow>
              );
            })}
          </GridRows>
        </Grid>
        {list.scrolls ? (
          <OverviewRail
            changes={changes}
            lines={diff.after.length}
            from={lineOf(rows[startIndex])}
            to={lineOf(rows[endIndex]) + 1}
            onPick={pick}
          />
        ) : null}
      </div>
    </>
  );
}

const gapText = (left: number): string =>
  left === 0
    ? 'Unchanged lines shown above'
    : `${countText(left)} unchanged ${left === 1 ? 'line' : 'lines'}`;

const heightOf = (row: RawRow): number => (row.kind === 'gap' ? 30 : 20);

/** Line of the text after; what was removed stands before the next of them. */
function lineOf(row: RawRow | undefined): number {
  if (row === undefined) return 0;
  if (row.kind === 'gap') return row.after;
  return row.line;
}
