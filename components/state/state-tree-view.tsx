'use client';

import { type RefObject, useEffect } from 'react';
import { useKeyPlace } from '#client/commands/key-places';
import type { MovingPlace } from '#client/moving-place';
import type { Scene } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import type { Face } from '#client/wording/face';
import { useWording } from '#client/wording/use-wording';
import { PaperNote } from '#components/ui/paper-note';
import { BeforeCommit } from './before-commit.tsx';
import type { FieldActions } from './field-actions.ts';
import { sketchOf } from './sketch.ts';
import { TreeRowView } from './tree-row-view.tsx';
import type { TreeRow } from './tree-rows.ts';
import { useRowPen } from './use-row-pen.ts';
import { useRowWindow } from './use-row-window.ts';
import { useTreeKeys } from './use-tree-keys.ts';

export interface StateTreeProps {
  readonly replay: Replay;
  readonly rows: readonly TreeRow[];
  readonly noted: ReadonlySet<string>;
  readonly blame: boolean;
  /** Pointer of the row that has the keys. */
  readonly active: string | null;
  /** The field that is followed. */
  readonly followed: string | null;
  /** What is searched for. */
  readonly pattern: RegExp | null;
  readonly hidden: boolean;
  /** What the rows are of; null: they are a part of it, or more is shown of them than values. */
  readonly scene: Scene | null;
  /** null: nothing moves the playhead. */
  readonly moving: MovingPlace | null;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly actions: FieldActions;
  onActive(path: string): void;
  onFold(path: string, open: boolean): void;
}

/** In pixels; who reads words reads them a little larger. */
const ROW_HEIGHTS: Readonly<Record<Face, number>> = { developer: 24, auditor: 28 };

/** A tree of any size: only the rows in sight, and the active one, are in the document. */
export function StateTree(props: StateTreeProps) {
  useKeyPlace('state');
  const { noted, moving, scene } = props;
  const { replay, rows, blame, active, followed, pattern, hidden, scroller, actions, onActive, onFold } =
    props;
  const wording = useWording();
  const { face } = wording;
  const rowHeight = ROW_HEIGHTS[face];
  const found = rows.findIndex((row) => row.node.path === active);
  const activeIndex = found === -1 ? 0 : found;
  const { runs, total, offsetOf, reveal } = useRowWindow(scroller, {
    count: rows.length,
    rowHeight,
    // Assistive technology follows aria-activedescendant, so the active row is there wherever it is.
    always: activeIndex,
  });
  useEffect(() => {
    if (found >= 0) reveal(found);
  }, [reveal, found]);
  const menuPlace = () => {
    const row = document.getElementById(rowId(activeIndex)) ?? scroller.current;
    const { left = 0, bottom = 0 } = row?.getBoundingClientRect() ?? {};
    return { x: left + 48, y: bottom };
  };
  const onKeyDown = useTreeKeys({ rows, activeIndex, actions, menuPlace, onActive, onFold });
  const drawn = runs.flat();
  const pen = useRowPen(moving, {
    sketch:
      scene === null || blame || active !== null
        ? null
        : (next) =>
            sketchOf(
              drawn.flatMap((index) => rows[index] ?? []),
              scene.leaves,
              next,
              wording,
            ),
    tree: scroller,
  });
  // Who set a field is only asked for where it is shown.
  const setters = blame ? drawn.map((index) => rows[index]?.node.ordinal ?? 0) : [];
  const peek = useEvents(replay, setters);
  const rowOf = (index: number) => {
    const row = rows[index];
    if (row === undefined) return null;
    return (
      <TreeRowView
        key={row.node.path}
        id={rowId(index)}
        row={row}
        noted={noted.has(row.node.path)}
        setter={row.node.ordinal === null ? null : peek(row.node.ordinal)}
        blame={blame}
        active={found === index}
        followed={row.node.path === followed}
        pattern={pattern}
        {...{ actions, onActive, onFold }}
      />
    );
  };
  return (
    <>
      <PaperNote drawn={drawn.length} all={rows.length} noun="rows" />
      <div
        ref={scroller}
        role="tree"
        aria-label="State"
        tabIndex={0}
        aria-activedescendant={rows.length === 0 ? undefined : rowId(activeIndex)}
        onKeyDown={onKeyDown}
        aria-keyshortcuts="Enter Shift+Enter F Alt+ArrowDown Alt+ArrowUp Shift+F10"
        hidden={hidden}
        style={{ ['--row' as string]: `${rowHeight}px` }}
        className={`@container min-h-0 flex-1 overflow-y-auto contain-content overflow-x-hidden overscroll-contain  outline-offset-[-2px] ${face === 'auditor' ? '' : 'font-mono text-sm'}`}
      >
        <div
          role="presentation"
          className="windowed relative @max-md:[--indent:10px]"
          style={{ height: total }}
        >
          <BeforeCommit run={pen.lift}>
            {runs.map((run, place) => (
              // One place for a run of rows: each of its own would have to be placed, styled and composed by itself.
              <div
                key={run.length > 1 ? 'run' : `far ${place}`}
                role="presentation"
                style={{ transform: `translateY(${offsetOf(run[0] ?? 0)}px)` }}
                className="absolute inset-x-0 top-0"
              >
                {run.map(rowOf)}
              </div>
            ))}
          </BeforeCommit>
        </div>
      </div>
    </>
  );
}

function rowId(index: number): string {
  return `state-row-${index}`;
}
