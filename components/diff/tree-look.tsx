'use client';

import { type KeyboardEvent, type ReactNode, useCallback, useId, useMemo, useState } from 'react';
import { countText } from '#client/playhead-words';
import { useEvents } from '#client/replay/use-events';
import { useWording } from '#client/wording/use-wording';
import { PaperNote } from '#components/ui/paper-note';
import { ChangeStrip } from './change-strip.tsx';
import { type DiffNode, ignorablePath } from './diff-node.ts';
import { DiffRowView } from './diff-row-view.tsx';
import { type DiffRow, diffRows, type GapRow } from './diff-rows.ts';
import type { DiffTree } from './diff-tree.ts';
import { GapRowView, REVEALED_AT_ONCE } from './gap-row-view.tsx';
import { LookBar } from './look-bar.tsx';
import { entryAt, type LookProps } from './look-props.ts';
import { OverviewRail } from './overview-rail.tsx';
import type { Change } from './rail-marks.ts';
import { useChangeList } from './use-change-list.ts';
import { useFolding } from './use-folding.ts';

/** Both documents as one tree: what differs in its surroundings, one above the other or side by side. */
export function TreeLook(props: LookProps & { readonly isSplit: boolean; readonly sides: ReactNode }) {
  const { replay, tree, folding, isSplit, onGo, onIgnore, step } = props;
  const name = useId();
  const { face } = useWording();
  const [active, setActive] = useState<string | null>(null);
  const fold = useFolding(props.onFolding);
  const rows = useMemo(() => diffRows(tree.root, folding), [tree, folding]);
  const stops = useMemo(() => rows.flatMap((row, index) => (isStopRow(row) ? [index] : [])), [rows]);
  const changes = useMemo(() => changesIn(tree), [tree]);
  const onKey = (event: KeyboardEvent, row: DiffRow) => {
    const key = event.key.toLowerCase();
    if (row.kind === 'gap') return gapKey(key, row, fold.reveal);
    const { node, expanded } = row;
    if (key === 'arrowright' && expanded === false) fold.open(node.path, true);
    else if (key === 'arrowleft' && expanded === true) fold.open(node.path, false);
    else if (key === 'enter' && node.entry !== null) {
      const ordinal = event.shiftKey ? node.entry.setBefore : node.entry.setAfter;
      if (ordinal !== null) onGo(ordinal);
    } else if (key === 'enter' && expanded !== null) fold.open(node.path, !expanded);
    else if (key === 'i') onIgnore(ignorablePath(node, tree.shown));
    else if (key === 'escape') setActive(null);
    else return false;
    return true;
  };
  const list = useChangeList({
    rows,
    stops,
    active,
    onActive: setActive,
    estimate: estimateOf(isSplit),
    step,
    onKey,
    onNextLook: props.onNextLook,
  });
  const items = list.virtualizer.getVirtualItems();
  const setters = items.flatMap(({ index }) => settersOf(rows[index]));
  const peek = useEvents(replay, setters);
  const pick = useCallback(
    (line: number) => {
      const nearest = nearestStop(rows, stops, line + tree.firstLine);
      if (nearest !== null) list.go(nearest);
    },
    [rows, stops, tree.firstLine, list.go],
  );
  const { startIndex = 0, endIndex = 0 } = list.virtualizer.range ?? {};
  const chosen = active === null ? null : entryAt(tree.shown, active.slice('node '.length));
  return (
    <>
      <LookBar
        lookSwitch={props.lookSwitch}
        onIgnoreOrder={tree.reorders ? props.onIgnoreOrder : null}
        place={list.place}
        count={stops.length}
        onStep={(by) => step.current(by)}
        showsAll={folding.showsAll}
        onShowAll={fold.toggleAll}
      >
        {isSplit ? (
          <span className="basis-full text-ink-3 text-sm @xl:hidden">
            No room for two columns here: before stands above after.
          </span>
        ) : null}
      </LookBar>
      <PaperNote drawn={items.length} all={rows.length} noun="rows" />
      <div className="flex min-h-36 flex-1">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          {props.sides}
          <div
            ref={list.scroller}
            role="tree"
            aria-label="Differences"
            aria-description="J and K go from change to change, Enter to the event that set the value, Shift+Enter to the one before, I ignores a field."
            tabIndex={0}
            aria-activedescendant={list.activeIndex === -1 ? undefined : `${name}-${list.activeIndex}`}
            onKeyDown={list.onKeyDown}
            className={`min-h-0 min-w-0 flex-1 overflow-y-auto overscroll-contain outline-offset-[-2px] contain-content ${face === 'auditor' ? '' : 'font-mono text-sm'}`}
          >
            <div
              role="presentation"
              className="windowed relative"
              style={{ height: list.virtualizer.getTotalSize() }}
            >
              {items.map((item) => {
                const row = rows[item.index];
                if (row === undefined) return null;
                const id = `${name}-${item.index}`;
                const entry = row.kind === 'node' ? row.node.entry : null;
                return (
                  <div
                    key={item.key}
                    ref={list.virtualizer.measureElement}
                    data-index={item.index}
                    role="presentation"
                    className="absolute inset-x-0 top-0"
                    style={{ transform: `translateY(${item.start}px)` }}
                  >
                    {row.kind === 'gap' ? (
                      <GapItem id={id} row={row} active={active === row.key} onReveal={fold.reveal} />
                    ) : (
                      <DiffRowView
                        {...{ id, row, isSplit, replay, onIgnore, onGo }}
                        active={active === row.key}
                        setBefore={peek(entry?.setBefore ?? 0)}
                        setAfter={peek(entry?.setAfter ?? 0)}
                        onActive={setActive}
                        onFold={fold.open}
                      />
                    )}
                  </div>
                );
              })}
            </div>
          </div>
        </div>
        {list.scrolls ? (
          <OverviewRail
            changes={changes}
            lines={tree.lines - tree.firstLine}
            from={lineOf(rows[startIndex]) - tree.firstLine}
            to={(endIndex >= rows.length - 1 ? tree.lines : lineOf(rows[endIndex]) + 1) - tree.firstLine}
            onPick={pick}
          />
        ) : null}
      </div>
      {chosen === null ? null : (
        <ChangeStrip {...{ replay, onGo, onIgnore }} entry={chosen} onClose={() => setActive(null)} />
      )}
    </>
  );
}

function GapItem({
  id,
  row,
  active,
  onReveal,
}: {
  id: string;
  row: GapRow;
  active: boolean;
  onReveal(key: string, count: number): void;
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus
    <div
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={active}
      className={active ? 'outline outline-2 outline-ink-3 -outline-offset-2' : ''}
    >
      <GapRowView
        text={gapText(row)}
        level={row.level}
        left={row.left}
        revealed={row.revealed}
        onReveal={(count) => onReveal(row.key, count)}
      />
    </div>
  );
}

function gapText({ fields, hidden, left }: GapRow): string {
  if (left === 0) return 'Unchanged fields shown above';
  const text = `${countText(fields - hidden)} unchanged ${fields - hidden === 1 ? 'field' : 'fields'}`;
  return hidden === 0 ? text : `${text}, ${countText(hidden)} left out by rules`;
}

/** Enter shows more of a folded stretch, → all of it, ← none. */
function gapKey(key: string, row: GapRow, reveal: (key: string, count: number) => void): boolean {
  if (key === 'enter') reveal(row.key, row.revealed + REVEALED_AT_ONCE);
  else if (key === 'arrowright') reveal(row.key, row.revealed + row.left);
  else if (key === 'arrowleft') reveal(row.key, 0);
  else return false;
  return true;
}

/** A folded branch with changes in it is a stop too, so that none is passed over. */
function isStopRow(row: DiffRow): boolean {
  return row.kind === 'node' && (row.node.entry !== null || (row.expanded === false && row.node.changes > 0));
}

/** Lines as they are counted on screen, from 0. */
function changesIn({ root, firstLine }: DiffTree): readonly Change[] {
  const found: Change[] = [];
  const visit = (node: DiffNode): void => {
    if (node.entry !== null) {
      const { status } = node;
      const line = node.line - firstLine;
      found.push({ line, kind: status === 'added' || status === 'removed' ? status : 'changed' });
    }
    for (const child of node.children) if (child.changes > 0) visit(child);
  };
  if (root !== null) visit(root);
  return found;
}

function nearestStop(rows: readonly DiffRow[], stops: readonly number[], line: number): number | null {
  let nearest: number | null = null;
  for (const stop of stops) {
    const distance = Math.abs(lineOf(rows[stop]) - line);
    if (nearest === null || distance < Math.abs(lineOf(rows[nearest]) - line)) nearest = stop;
  }
  return nearest;
}

const lineOf = (row: DiffRow | undefined): number =>
  row === undefined ? 0 : row.kind === 'gap' ? row.line : row.node.line;

function settersOf(row: DiffRow | undefined): readonly number[] {
  const entry = row?.kind === 'node' ? row.node.entry : null;
  return entry === null ? [] : [entry.setBefore ?? 0, entry.setAfter ?? 0];
}

const estimateOf = (isSplit: boolean) => (row: DiffRow) => {
  if (row.kind === 'gap') return 30;
  return !isSplit && row.node.status === 'changed' ? 48 : 24;
};
