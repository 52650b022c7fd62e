'use client';

import { ChevronLeft, ChevronRight, X, ZoomOut } from 'lucide-react';
import { moved, type TimeRange, widened } from '#client/search/range-moves';
import { useZone } from '#client/zone';
import { IconButton } from '#components/ui/button';
import { Segmented } from '#components/ui/segmented';
import type { Axis, Times } from '#core';

/** From the range of times on screen to those beside and around it; and by which clock the bars count. */
export function HistogramMoves({
  times,
  axis,
  onTimes,
  onAxis,
}: {
  /** What the query asks of the axis; null: nothing. */
  times: Times | null;
  axis: Axis;
  onTimes(times: Times): void;
  onAxis(axis: Axis): void;
}) {
  const zone = useZone();
  const range = rangeOf(times);
  const move = (to: TimeRange | null) => ({
    disabled: to === null,
    onClick: () => to !== null && onTimes(to),
  });
  return (
    <div className="flex items-center gap-0.5">
      <IconButton
        label="Earlier: the range before this one"
        {...move(range === null ? null : moved(range, -1, zone))}
      >
        <ChevronLeft aria-hidden size={15} />
      </IconButton>
      <IconButton
        label="Later: the range after this one"
        {...move(range === null ? null : moved(range, 1, zone))}
      >
        <ChevronRight aria-hidden size={15} />
      </IconButton>
      <IconButton label="Zoom out: a range twice as long" {...move(range === null ? null : widened(range))}>
        <ZoomOut aria-hidden size={15} />
      </IconButton>
      <IconButton
        label="Any time: take the range away"
        disabled={times === null}
        onClick={() => onTimes({ from: null, to: null })}
      >
        <X aria-hidden size={15} />
      </IconButton>
      <span className="w-1" />
      <Segmented
        label="Count by when events were"
        value={axis}
        onChange={onAxis}
        options={[
          { value: 'recorded', text: 'Recorded', title: 'By when they were written down' },
          { value: 'occurred', text: 'Occurred', title: 'By when they happened' },
        ]}
      />
    </div>
  );
}

function rangeOf(times: Times | null): TimeRange | null {
  if (times === null || times.from === null || times.to === null || times.from >= times.to) return null;
  return { from: times.from, to: times.to };
}
