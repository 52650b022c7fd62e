'use client';

import { type MouseEvent, memo, useMemo } from 'react';
import { type Change, railMarks, railWords } from './rail-marks.ts';

const COLORS = { added: 'bg-add', removed: 'bg-rem', changed: 'bg-ink-2' } as const;

/** The whole document at the right edge, with its changes and what of it is in sight; a click goes to the nearest change. */
export const OverviewRail = memo(function OverviewRail({
  changes,
  lines,
  from,
  to,
  onPick,
}: {
  changes: readonly Change[];
  lines: number;
  /** Lines in sight. */
  from: number;
  to: number;
  /** A line of the document. */
  onPick(line: number): void;
}) {
  const marks = useMemo(() => railMarks(changes, lines), [changes, lines]);
  const words = useMemo(() => railWords(changes, lines), [changes, lines]);
  const share = (line: number) => `${(line / Math.max(1, lines)) * 100}%`;
  const pick = (event: MouseEvent) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    onPick(Math.floor(((event.clientY - top) / height) * lines));
  };
  return (
    <>
      <p className="sr-only">Overview: {words}</p>
      <div
        aria-hidden
        data-testid="overview-rail"
        title={words}
        onClick={pick}
        className="relative w-6 flex-none cursor-pointer border-line border-l bg-bg print:hidden"
      >
        <span
          className="absolute inset-x-1 rounded-sm border border-line-2 bg-sunken"
          style={{ top: share(from), height: `max(6px, ${share(to - from)})` }}
        />
        {marks.map((mark) => (
          <span
            key={mark.from}
            className={`absolute inset-x-2 rounded-[1px] ${COLORS[mark.kind]} forced-colors:bg-[CanvasText]`}
            style={{ top: `${mark.from * 100}%`, height: `max(2px, ${(mark.to - mark.from) * 100}% - 1px)` }}
          />
        ))}
      </div>
    </>
  );
});
