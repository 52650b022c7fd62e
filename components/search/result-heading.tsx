import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { COLUMN_LOOKS, orderWords } from '#client/search/result-columns';
import { GridHeading } from '#components/ui/grid-parts';
import { NARROWEST, type ResultColumn, type ResultSort, WIDEST } from '#wire';

const STEP = 16;

/** The name of a column; where it sorts, the button that does; at its right edge, the handle that makes it wider. */
export function ResultHeading({
  column,
  nth,
  width,
  sort,
  direction,
  zone,
  onSort,
  onWidth,
}: {
  column: ResultColumn;
  nth: number;
  width: number;
  sort: ResultSort;
  direction: 'desc' | 'asc';
  zone: string;
  onSort(sort: ResultSort, direction: 'desc' | 'asc'): void;
  onWidth(width: number): void;
}) {
  const { title, sort: by } = COLUMN_LOOKS[column];
  const isSorted = by === sort;
  const next = isSorted && direction === 'desc' ? 'asc' : 'desc';
  const Arrow = direction === 'desc' ? ArrowDown : ArrowUp;
  return (
    <GridHeading
      aria-colindex={nth + 1}
      aria-sort={
        isSorted ? (direction === 'desc' ? 'descending' : 'ascending') : by === null ? undefined : 'none'
      }
      className="relative flex h-8 min-w-0 items-center pr-6 pl-3"
    >
      {by === null ? (
        <span className="truncate">{title}</span>
      ) : (
        <button
          type="button"
          title={`Sort: ${orderWords(by, next)}`}
          onClick={() => onSort(by, next)}
          className="-ml-1.5 flex h-7 min-w-0 items-center gap-1 rounded-md px-1.5 hover:bg-sunken hover:text-ink"
        >
          <span className="truncate">{title}</span>
          {zone === 'UTC' && by !== 'position' ? <span>UTC</span> : null}
          {isSorted ? <Arrow aria-hidden size={12} /> : null}
        </button>
      )}
      <WidthHandle {...{ title, width, onWidth }} />
    </GridHeading>
  );
}

function WidthHandle({
  title,
  width,
  onWidth,
}: {
  title: string;
  width: number;
  onWidth(width: number): void;
}) {
  const dragged = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? width };
  };
  const onPointerMove = ({ clientX }: PointerEvent) => {
    const { current } = dragged;
    if (current !== null) onWidth(current.width + clientX - current.x);
  };
  const onPointerUp = () => {
    dragged.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -STEP : event.key === 'ArrowRight' ? STEP : 0;
    if (by === 0) return;
    event.preventDefault();
    onWidth(width + by);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line between headings that can be moved is no rule between texts
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Width of ${title}`}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={width}
      title={`Width of ${title}: drag, or the arrow keys`}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      className="group absolute inset-y-0 right-0 flex w-6 cursor-col-resize touch-none items-center justify-end outline-offset-[-2px]"
    >
      <span className="h-4 w-px bg-line-2 group-hover:h-full group-hover:bg-ink-3 forced-colors:bg-[CanvasText]" />
    </div>
  );
}
