import { memo } from 'react';
import { instantText } from '#client/instant-text';
import { Instant } from '#components/ui/instant';
import { Tag } from '#components/ui/tag';
import { TypeMark } from '#components/ui/type-mark';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import type { Axis, EventHeader } from '#core';
import { marksOf } from './event-marks.ts';
import { instantOn } from './event-rows.ts';

interface RowPlace {
  readonly id: string;
  readonly selected: boolean;
  readonly style: { readonly transform: string; readonly height: number };
  readonly size: number;
  onSelect(ordinal: number): void;
}

interface EventRowProps extends RowPlace {
  readonly event: EventHeader;
  readonly axis: Axis;
  readonly slot: number;
  readonly late: boolean;
  readonly position: number;
  readonly digits: number;
}

const ROW = 'absolute inset-x-0 top-0 flex gap-2 py-[5px] pr-3 pl-3 hover:bg-sunken';

/** One event: number, type, actor, time, and what is worth knowing about it. */
export const EventRow = memo(
  function EventRow({
    id,
    selected,
    style,
    size,
    position,
    digits,
    event,
    axis,
    slot,
    late,
    onSelect,
  }: EventRowProps) {
    const marks = marksOf(event, late);
    const instant = instantOn(event, axis);
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox has the keys
      // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus
      <div
        id={id}
        role="option"
        aria-selected={selected}
        aria-setsize={size}
        aria-posinset={position}
        data-version={event.version}
        style={style}
        onClick={() => onSelect(event.ordinal)}
        className={`${ROW} items-start ${selected ? 'is-now' : ''}`}
      >
        <span
          className={`shrink-0 text-right font-mono text-sm leading-[18px] ${selected ? 'font-semibold text-now' : 'text-ink-3'}`}
          style={{ minWidth: `${Math.max(2, digits)}ch` }}
        >
          <span className="sr-only">Event </span>
          {event.version}
        </span>
        <span className="flex h-[18px] items-center">
          <TypeMark slot={slot} />
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-1.5 leading-[18px]">
            <span className="min-w-0 truncate" title={visibleString(event.type)}>
              <VisibleText text={event.type} />
            </span>
            <span className="min-w-1 flex-1" />
            <span className="text-ink-3" title={instantText(instant)}>
              <Instant micros={instant} show="seconds" />
            </span>
          </span>
          <span className="flex items-center gap-1.5">
            <Actor actor={event.actor} />
            {marks.map((mark) => (
              <Tag key={mark.text} title={mark.explanation} tone={mark.tone}>
                {mark.text}
              </Tag>
            ))}
          </span>
        </span>
      </div>
    );
  },
  (before, after) =>
    before.event.ordinal === after.event.ordinal &&
    before.event.version === after.event.version &&
    before.event.mark?.kind === after.event.mark?.kind &&
    before.selected === after.selected &&
    before.style.transform === after.style.transform &&
    before.position === after.position &&
    before.slot === after.slot &&
    before.late === after.late &&
    before.axis === after.axis &&
    before.size === after.size &&
    before.onSelect === after.onSelect,
);

function Actor({ actor }: { actor: string | null }) {
  if (actor === null) return <span className="min-w-0 flex-1 truncate text-ink-3 text-sm">no actor</span>;
  return (
    <span className="min-w-0 flex-1 truncate text-ink-2 text-sm" title={visibleString(actor)}>
      <span className="sr-only">by </span>
      <VisibleText text={actor} />
    </span>
  );
}

/** The place before the first event, where nothing exists yet. */
export function OriginRow({ id, selected, style, size, onSelect }: RowPlace) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-setsize={size}
      aria-posinset={size}
      data-version={0}
      style={style}
      onClick={() => onSelect(0)}
      className={`${ROW} items-center text-ink-3 ${selected ? 'is-now' : ''}`}
    >
      <span
        className={`min-w-[2ch] text-right font-mono text-sm ${selected ? 'font-semibold text-now' : ''}`}
      >
        0
      </span>
      Before the first event
    </div>
  );
}
