'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { type FieldTrack, placeInTrack } from '#client/field-track';
import type { FieldValues } from '#client/field-values';
import { OTHER_SLOT } from '#client/playhead-categories';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import { showCutText } from '#components/ui/cut-text';
import { PaperNote } from '#components/ui/paper-note';
import { FieldValueRow } from './field-value-row.tsx';
import { turnWords } from './field-words.ts';

const ROW_HEIGHT = 48;
const PAGE = 10;

/** Every value that a field had, the newest first; the one that it has at the playhead is selected. Choosing one goes there. */
export function FieldList({
  replay,
  path,
  track,
  values,
  ordinal,
  playhead,
  onGo,
}: {
  replay: Replay;
  path: string;
  track: FieldTrack;
  values: FieldValues;
  ordinal: number;
  /** Keys step from there: the list follows it a little later, and would lose quick ones. */
  playhead: RefObject<number>;
  onGo(ordinal: number): void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const { ordinals } = track;
  const size = ordinals.length;
  const current = placeInTrack(track, ordinal);
  const selected = current < 0 ? -1 : size - 1 - current;
  const virtualizer = useVirtualizer({
    count: size,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    initialRect: { width: 600, height: 600 },
  });
  useEffect(() => {
    if (selected >= 0) virtualizer.scrollToIndex(selected, { align: 'auto' });
  }, [virtualizer, selected]);
  const items = virtualizer.getVirtualItems();
  const places = items.map(({ index }) => size - 1 - index);
  const peekValue = useEvents(
    values,
    places.map((place) => place + 1),
  );
  const peekEvent = useEvents(
    replay,
    places.flatMap((place) => [ordinals[place] ?? 0, ordinals[place + 1] ?? 0]),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const target = ordinals[Math.max(0, Math.min(size - 1, placeInTrack(track, playhead.current) + step))];
    if (target !== undefined) onGo(target);
  };
  return (
    <>
      <PaperNote drawn={items.length} all={size} noun="changes" />
      <div
        ref={scroller}
        role="listbox"
        aria-label="Values of the field"
        tabIndex={0}
        aria-activedescendant={selected < 0 ? undefined : rowId(current)}
        onKeyDown={onKeyDown}
        onPointerOver={showCutText}
        className="min-h-36 flex-1 overflow-y-auto overscroll-contain contain-content outline-offset-[-2px]"
      >
        <div role="presentation" className="windowed relative" style={{ height: virtualizer.getTotalSize() }}>
          <div
            role="presentation"
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}
          >
            {places.map((place) => {
              const at = ordinals[place] ?? 0;
              const event = peekEvent(at);
              return (
                <FieldValueRow
                  key={place}
                  id={rowId(place)}
                  ordinal={at}
                  position={size - place}
                  size={size}
                  selected={place === current}
                  value={peekValue(place + 1)}
                  event={event}
                  next={place + 1 < size ? peekEvent(ordinals[place + 1] ?? 0) : null}
                  isLast={place === size - 1}
                  slot={event === null ? OTHER_SLOT : replay.slotOf(event.type)}
                  axis={replay.axis}
                  turn={turnWords(track, place)}
                  path={path}
                  onGo={onGo}
                />
              );
            })}
          </div>
        </div>
      </div>
    </>
  );
}

/** Changes later; the newest stands first. */
const STEPS: Readonly<Partial<Record<string, number>>> = {
  ArrowDown: -1,
  ArrowUp: 1,
  PageDown: -PAGE,
  PageUp: PAGE,
  Home: Number.POSITIVE_INFINITY,
  End: Number.NEGATIVE_INFINITY,
};

function rowId(place: number): string {
  return `field-value-${place}`;
}
